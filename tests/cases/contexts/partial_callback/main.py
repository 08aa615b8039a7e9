"""A partial that the loop calls."""
import asyncio
import functools
import time


def rest(seconds):
    time.sleep(seconds)  # expect: AF101


async def bad_partial():
    asyncio.get_running_loop().call_soon(functools.partial(rest, 1))
    await asyncio.sleep(0)
