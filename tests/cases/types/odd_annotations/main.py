"""Annotations that name nothing, or a parameter of the function around: only what is passed counts."""
from __future__ import annotations

import time
from typing import Callable, Final, Optional, Type


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


def of_nothing(one: Optional[()], made: Callable[()], kind: type[()], last: Final[()], other: Type[()]):
    one.work()
    made()
    kind()
    last.work()
    other()


def around(kind, given):
    def inner(value: kind):
        value.work()

    inner(given)


async def bad_of_nothing():
    of_nothing(Slow(), Quick, Quick, Quick(), Quick)  # expect: AF101


async def ok_of_nothing():
    of_nothing(Quick(), Quick, Quick, Quick(), Quick)


async def bad_around():
    around(object, Slow())  # expect: AF101


async def ok_around():
    around(Slow, Quick())
