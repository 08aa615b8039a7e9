"""Coroutines that are gathered report themselves."""
import asyncio
import time


async def slow():
    time.sleep(1)  # expect: AF101


async def bad_gathered():
    await asyncio.gather(slow(), asyncio.sleep(0))
