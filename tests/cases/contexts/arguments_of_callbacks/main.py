"""What a callback is handed over with tells what it calls."""
import asyncio
import functools
import time


class Slow:
    def go(self):
        time.sleep(0.01)


class Fast:
    def go(self):
        return 1


def step(client):
    client.go()  # expect: AF101


def bound(client):
    client.go()  # expect: AF101


def quiet(client):
    client.go()


def on_loop():
    time.sleep(0.01)  # expect: AF101


def from_thread(loop):
    time.sleep(0.01)
    loop.call_soon_threadsafe(on_loop)


async def bad_callbacks():
    loop = asyncio.get_running_loop()
    loop.call_soon(step, Slow())
    loop.call_later(0, functools.partial(bound, Slow()))
    await loop.run_in_executor(None, from_thread, loop)
    await asyncio.sleep(0.05)


async def ok_callbacks():
    asyncio.get_running_loop().call_soon(quiet, Fast())
    await asyncio.sleep(0)
