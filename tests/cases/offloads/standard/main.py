"""The standard library's ways to another thread."""
import asyncio
import functools
import threading
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def slow(*_):
    time.sleep(1)


async def ok_to_thread():
    await asyncio.to_thread(slow, 1)


async def ok_executor():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, slow)
    await loop.run_in_executor(pool, functools.partial(slow, 1))
    await loop.run_in_executor(None, lambda: slow(2))


async def ok_submit():
    await asyncio.wrap_future(pool.submit(slow))


async def ok_thread():
    threading.Thread(target=slow).start()
