"""What a loop binds is what iterating gives: elements of own iterators, fields of named tuples, what is declared."""
import time
from collections.abc import AsyncIterator, Iterator
from typing import NamedTuple


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Pair(NamedTuple):
    first: Loud
    second: Loud


class Calm(NamedTuple):
    first: Quiet
    second: Quiet


class Generated:
    def __init__(self, item):
        self.item = item

    def __iter__(self):
        yield self.item

    async def __aiter__(self):
        yield self.item


class Countdown:
    """Its own iterator, whose `__next__` makes the element."""

    def __init__(self):
        self.left = 1

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return Loud()

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.left -= 1
        if self.left < 0:
            raise StopAsyncIteration
        return Loud()


class Typed:
    """What its iterator gives, only the annotation tells."""

    def __init__(self, items):
        self.items = items

    def __iter__(self) -> Iterator[Loud]:
        return iter(self.items)

    def __aiter__(self) -> AsyncIterator[Loud]:
        return later(self.items)


async def later(items):
    for item in items:
        yield item


def told(items) -> Iterator[Loud]:
    while items:
        yield items.pop()


async def bad_named_tuple():
    for item in Pair(Loud(), Loud()):
        item.go()  # expect: AF101


async def bad_generated():
    for item in Generated(Loud()):
        item.go()  # expect: AF101
    async for item in Generated(Loud()):
        item.go()  # expect: AF101


async def bad_own_iterator():
    for item in Countdown():
        item.go()  # expect: AF101
    async for item in Countdown():
        item.go()  # expect: AF101


async def bad_typed():
    for item in Typed([Loud()]):
        item.go()  # expect: AF101
    async for item in Typed([Loud()]):
        item.go()  # expect: AF101


async def bad_told():
    for item in told([Loud()]):
        item.go()  # expect: AF101


async def ok_quiet():
    for item in Calm(Quiet(), Quiet()):
        item.go()
    for item in Generated(Quiet()):
        item.go()
    async for item in Generated(Quiet()):
        item.go()
