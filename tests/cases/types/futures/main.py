"""The result of a future of threads, and of one of asyncio."""
import asyncio
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def work():
    return 1


async def bad_result():
    future = pool.submit(work)
    return future.result()  # expect: AF107


async def ok_done():
    future = pool.submit(work)
    future.asked_done = True
    if future.done():
        return future.result()


async def ok_asyncio():
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    return task.result()
