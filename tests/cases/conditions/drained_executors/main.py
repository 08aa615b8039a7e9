"""Leaving an executor waits for what it still has to do: for nothing, where the coroutine awaited all of it."""
import asyncio
import concurrent.futures
import time

NO_ORACLE = "leaving an executor joins its threads, which no recorder stands in for"


def work():
    time.sleep(0.05)
    return 1


async def bad_left_running():
    with concurrent.futures.ThreadPoolExecutor() as pool:  # expect: AF107
        pool.submit(work)


async def bad_awaited_too_late():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor() as pool:  # expect: AF107
        futures = [loop.run_in_executor(pool, work) for _ in range(2)]
    return await asyncio.gather(*futures)


async def bad_not_all_awaited():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor() as pool:  # expect: AF107
        await loop.run_in_executor(pool, work)
        pool.submit(work)


async def ok_awaited():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return await loop.run_in_executor(pool, work)


async def ok_gathered():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        futures = [loop.run_in_executor(pool, work) for _ in range(2)]
        return await asyncio.gather(*futures)


async def ok_wrapped():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        future = pool.submit(work)
        await asyncio.wrap_future(future)
        return future.result()


async def ok_set():
    future = concurrent.futures.Future()
    future.set_result(1)
    return future.result()
