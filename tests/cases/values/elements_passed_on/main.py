"""Calls that pass the elements of their arguments to a callable: `map`, `filter`, `reduce`, `sorted`."""
import asyncio
import contextvars
import functools
import time


def clean(row):
    return row


def locate(row):
    time.sleep(0.01)
    return row


class Row:
    def weight(self):
        time.sleep(0.01)
        return 1


class Light:
    def weight(self):
        return 1


def chain(*steps):
    def apply(row):
        return functools.reduce(lambda row, step: step(row), steps, row)

    return apply


class Pipeline:
    def __init__(self, *steps):
        self.step = chain(*steps)

    def run(self):
        return self.step({})


async def bad_reduce():
    functools.reduce(lambda row, step: step(row), [clean, locate], {})  # expect: AF101


async def bad_chain():
    chain(clean, locate)({})  # expect: AF101


async def bad_kept():
    Pipeline(clean, locate).run()  # expect: AF101


async def bad_map():
    list(map(lambda step: step({}), [clean, locate]))  # expect: AF101


async def bad_key():
    sorted([Row()], key=lambda row: row.weight())  # expect: AF101


async def bad_any():
    any(filter(lambda row: row.weight(), [Row()]))  # expect: AF101


async def ok_chain():
    chain(clean, clean)({})


async def ok_kept():
    Pipeline(clean).run()


async def ok_key():
    sorted([Light()], key=lambda row: row.weight())


async def bad_context():
    contextvars.copy_context().run(chain(locate), {})  # expect: AF101


async def bad_context_argument():
    contextvars.copy_context().run(lambda step: step({}), locate)  # expect: AF101


async def bad_looped():
    for _ in map(locate, [{}]):  # expect: AF101
        pass


async def ok_never_asked():
    map(locate, [{}])
    filter(locate, [{}])


async def ok_offloaded():
    await asyncio.to_thread(list, map(locate, [{}]))
