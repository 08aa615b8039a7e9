"""Functions that test a class tell as much as `isinstance` does; those that test otherwise tell nothing."""
import time
from typing import Union


class Loud:
    kind = "loud"

    def go(self):
        time.sleep(0.01)


class Louder(Loud):
    """Goes like its base."""


class Quiet:
    kind = "quiet"

    def go(self):
        return 1


def is_loud(value):
    return isinstance(value, Loud)


def is_any(value):
    return isinstance(value, (Loud, Quiet))


def is_like(value, other):
    return type_of(value, other)


def type_of(value, other):
    return value.kind == other.kind


def same(value):
    return type_of(value, Quiet())


class Tests:
    def is_loud(self, value):
        return isinstance(value, Loud)

    @staticmethod
    def is_quiet(value):
        return isinstance(value, Quiet)


def pick(number) -> Union[Loud, Quiet]:
    return [Loud(), Quiet(), Louder()][number]


async def bad_function():
    value = pick(0)
    if is_loud(value):
        value.go()  # expect: AF101


async def bad_heir():
    value = pick(2)
    if is_loud(value):
        value.go()  # expect: AF101


async def bad_not():
    value = pick(0)
    if not Tests.is_quiet(value):
        value.go()  # expect: AF101


async def bad_any():
    value = pick(0)
    if is_any(value):
        value.go()  # expect: AF101


async def bad_otherwise():
    value = pick(0)
    if not same(value):
        value.go()  # expect: AF101


async def bad_tuple():
    value = pick(0)
    if isinstance(value, (int, Loud)):
        value.go()  # expect: AF101


async def bad_method():
    value = pick(0)
    if Tests().is_loud(value):
        value.go()  # expect: AF101


async def ok_function():
    value = pick(1)
    if not is_loud(value):
        value.go()


async def ok_static():
    value = pick(1)
    if Tests.is_quiet(value):
        value.go()


async def ok_method():
    value = pick(1)
    if not Tests().is_loud(value):
        value.go()


async def ok_tuple():
    value = pick(1)
    if isinstance(value, (int, Quiet)):
        value.go()
    if not isinstance(value, (Loud, str)):
        value.go()
