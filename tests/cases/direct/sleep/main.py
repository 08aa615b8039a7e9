"""A direct call in the body of a coroutine, and its async twin."""
import asyncio
import time


async def bad_sleep():
    time.sleep(1)  # expect: AF101


async def ok_sleep():
    await asyncio.sleep(0)
