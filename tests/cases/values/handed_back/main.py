"""What functions hand back of what they were given: wrapped in a coroutine, in a type, seen from a base class."""
import time
from typing import Generic, TypeVar

T = TypeVar("T")


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Base:
    def go(self):
        time.sleep(0.01)

    def stop(self):
        return 1


class Heir(Base):
    def go(self):
        return 1

    def stop(self):
        time.sleep(0.01)

    def above(self):
        return super()


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


async def checked(client):
    return client


def begin(client):
    return checked(client)


async def twice(client):
    return await begin(client)


def box_of(kind):
    return Box[kind]


async def bad_begun():
    (await begin(Loud())).go()  # expect: AF101


async def bad_kept():
    pending = begin(Loud())
    client = await pending
    client.go()  # expect: AF101


async def bad_twice():
    (await twice(Loud())).go()  # expect: AF101


async def bad_above():
    Heir().above().go()  # expect: AF101


async def bad_boxed():
    box_of(Loud)(Loud()).item.go()  # expect: AF101


async def ok_begun():
    (await begin(Quiet())).go()
    (await twice(Quiet())).go()


async def ok_above():
    Heir().above().stop()


async def ok_boxed():
    box_of(Quiet)(Quiet()).item.go()
