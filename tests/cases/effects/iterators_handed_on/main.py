"""A call that iterates what it is given is followed to where that came from, as a loop is."""
import asyncio
import time


def slow():
    time.sleep(0.01)
    yield 1


def collect(items):
    return list(items)


class Stream:
    def __init__(self, items):
        self.items = items

    async def bad_attribute(self):
        return next(self.items)  # expect: AF101


async def bad_helper():
    return collect(slow())  # expect: AF101


async def ok_helper():
    return collect([1, 2])


async def ok_offloaded():
    return await asyncio.to_thread(collect, slow())


async def ok_attribute():
    return await Stream(slow()).bad_attribute()
