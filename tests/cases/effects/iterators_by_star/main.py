"""Generators that are handed over by a star, and those that a pool asks for its work before it starts."""

import heapq
import itertools
import time
from concurrent.futures import ThreadPoolExecutor


def slow():
    time.sleep(0.01)
    yield 1


def quick():
    yield 1


def work(item):
    return item


async def bad_merged():
    for _ in heapq.merge(*(slow() for _ in range(2))):  # expect: AF101
        pass


async def bad_chained():
    for _ in itertools.chain(quick(), *[slow() for _ in range(2)]):  # expect: AF101
        pass


async def bad_zipped():
    for _ in zip(*(slow() for _ in range(2))):  # expect: AF101
        pass


async def ok_merged():
    for _ in heapq.merge(*(quick() for _ in range(2))):
        pass


POOL = ThreadPoolExecutor(1)


async def bad_pool():
    POOL.map(work, slow())  # expect: AF101


async def ok_pool():
    POOL.map(work, quick())
