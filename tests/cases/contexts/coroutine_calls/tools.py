import asyncio
import time


async def run(work, *arguments, threaded=False):
    if threaded:
        return await asyncio.to_thread(work, *arguments)
    return work(*arguments)  # expect: AF101


async def pause(seconds):
    if seconds is not None:
        time.sleep(seconds)
