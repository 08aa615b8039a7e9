"""A coroutine that blocks reports itself; the one that awaits it does not."""
import asyncio
import time


async def bad_inner():
    time.sleep(1)  # expect: AF101


async def ok_outer():
    await asyncio.sleep(0)
    coroutine = bad_inner()
    coroutine.close()


async def bad_outer():
    await bad_inner()
