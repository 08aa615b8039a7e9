"""Generic classes that are made, and asked, with their types beside them."""
import queue
import time
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Box(Generic[T]):
    kinds = {"loud": Loud, "quiet": Quiet}

    def __init__(self, item: T):
        self.item = item

    @classmethod
    def of(cls, item: T):
        return cls(item)

    @staticmethod
    def default():
        return Loud()

    def go(self):
        self.item.go()


@dataclass
class Pair(Generic[T]):
    first: T
    second: T

    async def run(self):
        self.second.go()  # expect: AF101


class Runner(Generic[T]):
    def __init__(self, item: T):
        self.item = item

    async def run(self):
        self.item.go()  # expect: AF101


class QuietRunner(Generic[T]):
    def __init__(self, item: T):
        self.item = item

    async def run(self):
        self.item.go()


async def bad_made():
    Box[Loud](Loud()).go()  # expect: AF101


async def bad_class_method():
    Box[Loud].of(Loud()).go()  # expect: AF101


async def bad_static_method():
    Box[Quiet].default().go()  # expect: AF101


async def bad_table():
    Box[Quiet].kinds["loud"]().go()  # expect: AF101


async def bad_fields():
    await Pair[object](Quiet(), Loud()).run()


async def bad_runner():
    await Runner[Loud](Loud()).run()


async def bad_alias():
    LoudBox = Box[Loud]
    LoudBox(Loud()).go()  # expect: AF101


async def ok_queue():
    jobs = queue.Queue[Quiet]()
    jobs.put_nowait(Quiet())
    jobs.get_nowait().go()


async def ok_made():
    Box[Quiet](Quiet()).go()
    Box[Quiet].of(Quiet()).go()
    Box[Loud].kinds["quiet"]().go()


async def ok_runner():
    await QuietRunner[Quiet](Quiet()).run()
