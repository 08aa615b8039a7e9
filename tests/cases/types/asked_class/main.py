"""`resolve(cls: type[T]) -> T` gives an instance of the class that is asked for, whatever else it could return."""
import time
from typing import Type, TypeVar

T = TypeVar("T")


class Slow:
    def __init__(self, seconds=1):
        self.seconds = seconds

    def go(self):
        time.sleep(self.seconds)


class Fast:
    def go(self):
        return 1


class Faster(Fast):
    pass


class Container:
    def __init__(self):
        self.made = {}
        self.factories = {}

    def register(self, cls, factory):
        self.factories[cls] = factory

    def resolve(self, cls: type[T]) -> T:
        if cls not in self.made:
            self.made[cls] = self.factories[cls]()
        return self.made[cls]


def build(cls: Type[T], **options) -> T:
    return globals()["_make"](cls, options)


def _make(cls, options):
    return cls(**options)


def first(items: list[T]) -> T:
    return items[0]


container = Container()
container.register(Slow, lambda: Slow(2))
container.register(Fast, Faster)


async def bad_resolved():
    container.resolve(Slow).go()  # expect: AF101


async def ok_resolved():
    container.resolve(Fast).go()


async def bad_built():
    build(Slow).go()  # expect: AF101


async def ok_built():
    build(Fast).go()


async def bad_first():
    first([Slow(), Slow()]).go()  # expect: AF101


async def ok_first():
    first([Fast(), Faster()]).go()
