"""Waiting for what has come to an end already does not wait.

NO_ORACLE: what is only recorded never waits.
"""
import asyncio
import queue
import subprocess
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import Process

pool = ThreadPoolExecutor(1)


class Service:
    def __init__(self):
        self.thread = threading.Thread(target=print)

    async def stop(self):
        await asyncio.to_thread(self.thread.join)
        self.thread.join()

    async def stop_at_once(self):
        self.thread.join()  # expect: AF107


async def ok_asked_until():
    thread = threading.Thread(target=print)
    while thread.is_alive():
        await asyncio.sleep(0.01)
    thread.join()
    event = threading.Event()
    while not event.is_set():
        await asyncio.sleep(0.01)
    event.wait()
    future = pool.submit(print)
    while not future.done():
        await asyncio.sleep(0.01)
    future.exception()


async def ok_polled(process: subprocess.Popen[bytes]):
    while process.poll() is None:
        await asyncio.sleep(0.01)
    process.wait()


async def ok_asked():
    jobs = queue.Queue()
    while not jobs.empty():
        jobs.get()
    if jobs.qsize():
        jobs.get()
    process = Process(target=print)
    if not process.is_alive():
        process.join()


async def ok_awaited(process: subprocess.Popen[bytes]):
    thread = threading.Thread(target=print)
    await asyncio.wait_for(asyncio.to_thread(thread.join), 3)
    thread.join()
    future = pool.submit(print)
    await asyncio.to_thread(future.result)
    future.result()
    other = pool.submit(print)
    answer = await asyncio.wrap_future(other)
    print(answer, other.result())
    await asyncio.get_running_loop().run_in_executor(None, process.wait)
    process.wait()


async def ok_settled():
    event = threading.Event()
    event.set()
    event.wait()
    future = Future()
    future.set_result(3)
    future.result()


async def bad_not_yet(process: subprocess.Popen[bytes]):
    thread = threading.Thread(target=print)
    asyncio.create_task(asyncio.to_thread(thread.join))
    thread.join()  # expect: AF107
    event = threading.Event()
    event.set()
    event.clear()
    event.wait()  # expect: AF107
    if process.poll() is None:
        process.wait()  # expect: AF106
    jobs = queue.Queue()
    if jobs.empty():
        jobs.get()  # expect: AF107
