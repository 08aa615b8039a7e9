"""Plain functions that the loop calls."""
import asyncio
import time


def soon():
    time.sleep(1)  # expect: AF101


def later():
    time.sleep(1)  # expect: AF101


def done(task):
    time.sleep(1)  # expect: AF101


def never():
    time.sleep(1)


async def bad_callbacks():
    loop = asyncio.get_running_loop()
    loop.call_soon(soon)
    loop.call_later(0, later)
    task = asyncio.create_task(asyncio.sleep(0))
    task.add_done_callback(done)
    await task
    await asyncio.sleep(0)
