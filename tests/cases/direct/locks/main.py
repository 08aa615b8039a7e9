"""Locks and queues of threads."""
import asyncio
import queue
import threading


async def bad_with():
    lock = threading.Lock()
    with lock:  # expect: AF107
        pass


async def bad_acquire():
    lock = threading.Lock()
    lock.acquire()  # expect: AF107


async def bad_queue():
    jobs = queue.Queue()
    return jobs.get()  # expect: AF107


async def ok_asyncio():
    lock = asyncio.Lock()
    async with lock:
        pass
    jobs = asyncio.Queue()
    await jobs.put(1)
    return await jobs.get()
