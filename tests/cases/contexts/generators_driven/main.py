"""Coroutines of before `async def`: generators that the loop drives."""
import asyncio
import time
import types


@types.coroutine
def bare():
    time.sleep(0.01)  # expect: AF101
    yield


def periodically(callback):
    @types.coroutine
    def run():
        callback()  # expect: AF101
        yield

    return run()


def slow():
    time.sleep(0.01)


def plain():
    time.sleep(0.01)
    yield


async def bad_driven():
    await bare()
    await periodically(slow)


async def ok_plain():
    await asyncio.to_thread(list, plain())
