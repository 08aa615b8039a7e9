"""A dataclass carries its function through a typed queue to whoever runs it."""
import asyncio
import time
from dataclasses import dataclass
from typing import Callable

from pool import Pool, fill, scheduled


@dataclass
class Job:
    function: Callable
    arguments: tuple = ()

    def run(self):
        return self.function(*self.arguments)


def slow():
    time.sleep(0.01)


async def bad_declared_queue():
    jobs: asyncio.Queue[Job] = asyncio.Queue()
    await jobs.put(Job(slow))
    job = await jobs.get()
    job.run()  # expect: AF101


async def ok_offloaded():
    jobs: asyncio.Queue[Job] = asyncio.Queue()
    await jobs.put(Job(slow))
    job = await jobs.get()
    await asyncio.to_thread(job.run)


async def bad_unless_in_thread():
    pool = Pool()
    fill(pool)
    await pool.drain()


async def bad_decorated():
    await scheduled.run_jobs()
