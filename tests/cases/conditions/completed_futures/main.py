"""Futures that `as_completed` gives, or that a loop has waited for, are done.

NO_ORACLE: work that is only recorded is done before anybody waits for it.
"""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

pool = ThreadPoolExecutor(1)


def work():
    time.sleep(0.05)


async def bad_loop():
    for future in as_completed([pool.submit(work)]):  # expect: AF107
        future.result()


async def bad_result():
    future = pool.submit(work)
    future.result()  # expect: AF107


async def ok_waited():
    future = pool.submit(work)
    while not future.done():
        await asyncio.sleep(0.01)
    return future.result()
