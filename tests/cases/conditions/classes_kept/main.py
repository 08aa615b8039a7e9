"""Tests of a class that a local stands for: `kind = type(item)`."""
import asyncio
import time


class Chunk:
    pass


class Failure:
    pass


def exactly(item):
    kind = type(item)
    if kind is Chunk:
        time.sleep(0.01)


def among(item):
    kind = item.__class__
    if kind in (Chunk, int):
        time.sleep(0.01)


def another(item, other):
    kind = type(item)
    item = other
    if kind is Chunk and item is not None:
        time.sleep(0.01)


async def bad_that_class():
    exactly(Chunk())  # expect: AF101
    among(Chunk())  # expect: AF101
    among(3)  # expect: AF101
    another(Chunk(), Failure())  # expect: AF101


async def ok_others():
    exactly(Failure())
    among(Failure())
    among("a")
    await asyncio.to_thread(exactly, Chunk())
