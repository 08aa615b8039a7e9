"""A test for coroutine functions tells the two apart."""
import asyncio
import time


async def quick():
    return 1


def slow():
    time.sleep(1)


async def call(function):
    if asyncio.iscoroutinefunction(function):
        return await function()
    return await asyncio.to_thread(function)


async def ok_both():
    await call(quick)
    await call(slow)
