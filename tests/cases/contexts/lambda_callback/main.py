"""A lambda that the loop calls."""
import asyncio
import time


async def bad_lambda():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: time.sleep(1))  # expect: AF101
    await asyncio.sleep(0)
