"""A function that is called where it should be passed runs on the loop."""
import asyncio
import time


def slow():
    time.sleep(1)
    return nothing


def nothing():
    return None


async def bad_called():
    await asyncio.to_thread(slow())  # expect: AF201


async def bad_direct():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, make(time.sleep(1)))  # expect: AF101


def make(_):
    return nothing
