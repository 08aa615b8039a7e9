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


def load():
    open("loaded", "w").close()


def wait():
    time.sleep(0.01)


def fill(pool):
    pool.put(load, in_thread=True)
    pool.put(wait)
