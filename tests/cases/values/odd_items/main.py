"""Items asked for in ways that tell little: no key, a key that is not known, more names than there are items."""
import itertools
import operator
import time
from collections.abc import Mapping
from typing import NamedTuple, TypedDict


class Slow:
    def work(self):
        time.sleep(0.01)

    def __getitem__(self, key):
        time.sleep(0.01)

    def __truediv__(self, other):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


class Options(TypedDict):
    slow: Slow
    quick: Quick


class Quicks(NamedTuple):
    one: Quick
    two: Quick


class Pair(NamedTuple):
    one: Quick
    two: Slow


async def bad_no_key():
    Slow()[()]  # expect: AF101


async def bad_one_of_two(key="slow"):
    options: Options = {"slow": Slow(), "quick": Quick()}
    options[key].work()  # expect: AF101
    options[str(key)].work()  # expect: AF101


async def bad_grouped_by_themselves():
    for key, _ in itertools.groupby([Slow()]):
        key.work()  # expect: AF101


async def ok_more_names_than_items():
    try:
        one, two, three = Quicks(Quick(), Quick())
        three.work()
    except ValueError:
        pass


async def bad_of_a_pair():
    one, two = Pair(Quick(), Slow())
    two.work()  # expect: AF101


def divide(value: Slow):
    return value / "x"


async def bad_divided():
    divide(Slow())  # expect: AF101


async def bad_joined():
    for one in ((Slow(),) if time else (Quick(),)) + (Quick(),):
        one.work()  # expect: AF101


async def ok_views_of_nothing():
    Mapping.values({})


async def ok_no_method():
    operator.methodcaller("work")(Quick())
