"""A parameter that is part of a larger value is still known where the value is used: bound, partial, yielded, awaited."""
import asyncio
import functools
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


def bound(item):
    return item.go


def partial(item):
    return functools.partial(call, item)


def closed(item):
    return lambda: item.go()


def generated(item):
    return (one for one in [item])


async def awaited(item):
    return item


def listed(item):
    return [{"item": item}]


def call(item):
    item.go()


async def bad_all():
    bound(Loud())()  # expect: AF101
    partial(Loud())()  # expect: AF101
    closed(Loud())()  # expect: AF101
    next(generated(Loud())).go()  # expect: AF101
    (await awaited(Loud())).go()  # expect: AF101
    listed(Loud())[0]["item"].go()  # expect: AF101


async def ok_all():
    bound(Quiet())()
    partial(Quiet())()
    closed(Quiet())()
    next(generated(Quiet())).go()
    (await awaited(Quiet())).go()
    listed(Quiet())[0]["item"].go()
    await asyncio.to_thread(closed(Loud()))
