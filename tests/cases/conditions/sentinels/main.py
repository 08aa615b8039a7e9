"""Defaults that stand for no argument, and tests of which any may let control pass, with members of enumerations."""
import enum
import time

MISSING = object()


class Http(enum.Enum):
    ONE = 1
    THREE = 3


class Unset:
    pass


UNSET = Unset()


def bare(value=MISSING):
    if value is not MISSING:
        time.sleep(0.01)


def of_class(value=UNSET):
    if value is UNSET:
        return
    time.sleep(0.01)


def by_builtin(value: int = object):
    if value == object:
        return 1
    time.sleep(0.01)
    return value


def handed_on(value=MISSING):
    bare(value)


def either(version=Http.ONE, auto=False):
    if version is Http.THREE or auto:
        time.sleep(0.01)


def neither(version=Http.ONE, auto=False):
    if not (version is Http.THREE or auto):
        return
    time.sleep(0.01)


async def ok_not_given():
    bare()
    bare(MISSING)
    of_class()
    by_builtin()
    handed_on()
    either()
    either(Http.ONE)
    neither()


async def bad_given():
    bare(3)  # expect: AF101
    of_class(3)  # expect: AF101
    by_builtin(3)  # expect: AF101
    handed_on(3)  # expect: AF101
    either(Http.THREE)  # expect: AF101
    either(auto=True)  # expect: AF101
    neither(Http.THREE)  # expect: AF101
