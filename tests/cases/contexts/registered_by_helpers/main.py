"""A helper that hands its parameter to the loop makes callbacks of what it is given."""
import asyncio
import time


def soon(callback):
    asyncio.get_running_loop().call_soon(callback)


def soon_with(item, callback):
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, item)


def soon_all(callbacks):
    for callback in callbacks:
        soon(callback)


def slow():
    time.sleep(0.01)  # expect: AF101


def slow_with(item):
    time.sleep(item)  # expect: AF101


def slow_of_many():
    time.sleep(0.01)  # expect: AF101


def quick():
    return 1


def elsewhere():
    time.sleep(0.01)


async def bad_registered():
    soon(slow)
    soon_with(0.01, slow_with)
    soon_all([slow_of_many, quick])
    await asyncio.sleep(0)


async def ok_elsewhere():
    soon(quick)
    await asyncio.get_running_loop().run_in_executor(None, elsewhere)
