"""A helper that hands its parameter to an executor is an offload."""
import asyncio
import time


async def in_pool(function, *args):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, function, *args)


def submit(function):
    return asyncio.get_running_loop().run_in_executor(None, function)


def slow():
    time.sleep(1)


async def ok_helper():
    await in_pool(slow)
    await in_pool(lambda: slow())
    await submit(slow)
