"""A pool whose jobs say whether they block; one helper makes all of them."""
import asyncio
import time
from dataclasses import dataclass
from typing import Any, Callable


@dataclass
class Work:
    function: Callable[..., Any]
    in_thread: bool = False


class Pool:
    def __init__(self):
        self.queue: asyncio.Queue[Work] = asyncio.Queue()
        self.jobs: list[Work] = []

    def put(self, function, in_thread=False):
        self.queue.put_nowait(Work(function, in_thread))

    async def drain(self):
        while not self.queue.empty():
            work = self.queue.get_nowait()
            if work.in_thread:
                await asyncio.to_thread(work.function)
            else:
                work.function()  # expect: AF101
            await self.check(work)

    async def check(self, work: Work):
        if not work.in_thread:
            work.function()  # expect: AF101

    def job(self, *, in_thread=False):
        def decorate(function):
            self.jobs.append(Work(function, in_thread))
            return function

        return decorate

    async def run_jobs(self):
        for work in self.jobs:
            if work.in_thread:
                await asyncio.to_thread(work.function)
                continue
            work.function()  # expect: AF101


def load():
    open("loaded", "w").close()


def wait():
    time.sleep(0.01)


def fill(pool):
    pool.put(load, in_thread=True)
    pool.put(wait)


scheduled = Pool()


@scheduled.job(in_thread=True)
def pack():
    open("packed", "w").close()


@scheduled.job()
def nap():
    time.sleep(0.01)


def forget():
    open("forgotten", "w").close()


scheduled.job(in_thread=True)(forget)
