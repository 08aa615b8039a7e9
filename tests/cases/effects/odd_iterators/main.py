"""Iterators that are declared loosely, made by hand, or handed in; awaitables that are made of them."""
import time
from collections.abc import Iterator
from typing import Optional


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


SLOW = Slow()


def declared_loosely() -> Iterator:
    yield eval("QUICK")


QUICK = Quick()


def declared_or_none() -> Optional[Iterator[Slow]]:
    yield eval("SLOW")


class Holder:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return self.items


class ByHand:
    def __init__(self):
        self.left = [Slow()]

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        return self.left.pop()


class Awaited:
    def __await__(self):
        yield
        return Slow()


class AwaitedAtOnce:
    def __await__(self):
        return iter(())


class Awaiting:
    def __await__(self):
        return Awaited().__await__()


async def ok_loosely():
    for one in declared_loosely():
        one.work()


async def bad_or_none():
    for one in declared_or_none():
        one.work()  # expect: AF101


async def ok_held():
    for one in Holder(iter([Quick()])):
        one.work()


async def bad_by_hand():
    for one in ByHand():
        one.work()  # expect: AF101


async def bad_awaited():
    (await Awaited()).work()  # expect: AF101


async def bad_awaiting():
    (await Awaiting()).work()  # expect: AF101


async def ok_at_once():
    await AwaitedAtOnce()
