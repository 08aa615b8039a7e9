"""What registers a callback is itself handed on, together with the callback."""
import asyncio
import functools
import threading
import time


def from_thread(text):
    time.sleep(0.01)  # expect: AF101


def from_partial(text):
    time.sleep(0.01)  # expect: AF101


def from_worker(text):
    time.sleep(0.01)  # expect: AF101


def later(text):
    time.sleep(0.01)  # expect: AF101


def in_thread(text):
    time.sleep(0.01)


async def main():
    loop = asyncio.get_running_loop()
    threading.Thread(target=loop.call_soon_threadsafe, args=(from_thread, "x")).start()
    notify = functools.partial(loop.call_soon_threadsafe, from_partial, "x")
    threading.Thread(target=notify).start()
    await asyncio.to_thread(loop.call_soon_threadsafe, from_worker, "x")
    loop.call_later(0.001, loop.call_soon, later, "x")
    await asyncio.to_thread(in_thread, "x")
    await asyncio.sleep(0.05)


ORACLE = [main]
