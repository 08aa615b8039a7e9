"""A parameter that is declared as some class says nothing of which."""

import time
from dataclasses import dataclass
from typing import Any


class Slow:
    def write(self):
        time.sleep(0.01)


class Quick:
    def write(self):
        return 1


def plain(cls: type):
    return cls()


def of_any(cls: type[Any]):
    return cls()


def or_none(cls: type | None = None):
    return cls()


def listed(classes: list[type]):
    return [cls() for cls in classes]


@dataclass
class Factory:
    kind: type

    def make(self):
        return self.kind()


async def bad_classes():
    plain(Slow).write()  # expect: AF101
    of_any(Slow).write()  # expect: AF101
    or_none(Slow).write()  # expect: AF101
    listed([Slow])[0].write()  # expect: AF101
    Factory(Slow).make().write()  # expect: AF101


async def ok_classes():
    plain(Quick).write()
    or_none(Quick).write()
    Factory(Quick).make().write()
