"""A closure over closures beside others: however deep it lies, the others are not lost."""
import asyncio
import inspect
import time
from functools import reduce


def compose(*functions):
    return reduce(lambda first, second: lambda value: second(first(value)), functions)


def each(function):
    return lambda values: [function(value) for value in values]


def tap(function):
    def inner(value):
        function(value)
        return value

    return inner


def pipeline(*steps):
    async def run(value):
        for step in steps:
            value = step(value)  # expect: AF101, AF105
            if inspect.isawaitable(value):
                value = await value
        return value

    return run


def throttle(seconds):
    def wait(_values):
        time.sleep(seconds)

    return wait


def table(path):
    def find(value):
        return value

    return find


def write(values):
    open(__file__).close()
    return values


def customers():
    enrich = compose(table("a"), table("b"), lambda value: value)
    return pipeline(each(enrich), tap(throttle(0.1)), each(each(enrich)), write)


async def bad_run():
    await customers()([[1]])


async def ok_quick():
    await asyncio.sleep(0)
    each(compose(table("a"), table("b")))([1])
