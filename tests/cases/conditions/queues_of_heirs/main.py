"""Heirs of a queue: what they hand up to its constructor decides whether putting waits."""
import multiprocessing
import queue
from queue import Queue

CONTEXT = multiprocessing.get_context("spawn")


class Plain(Queue):
    pass


class Unbounded(queue.Queue):
    def __init__(self, items):
        super().__init__()
        for item in items:
            self.put(item)


class ByName(Queue):
    def __init__(self, items):
        Queue.__init__(self)
        self.items = items


class Bounded(Queue):
    def __init__(self, items):
        super().__init__(5)
        self.items = items


class Far(Bounded):
    pass


async def ok_unbounded():
    Plain().put(1)
    Unbounded([1, 2]).put(3)
    ByName([1]).put(1)


async def bad_bounded():
    Plain(3).put(1)  # expect: AF107
    Bounded([1]).put(1)  # expect: AF107
    Far([1]).put(1)  # expect: AF107


async def ok_of_processes():
    CONTEXT.Queue().put(1)
    multiprocessing.Queue().put(1)
