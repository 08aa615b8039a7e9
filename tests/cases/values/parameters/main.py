"""A callable that is passed blocks where it is called, for the caller that passes it."""
import time


def apply(function):
    return function(1)


def nothing(seconds):
    return seconds


async def bad_passed():
    apply(time.sleep)  # expect: AF101


async def ok_passed():
    apply(nothing)


async def bad_through_two():
    outer(time.sleep)  # expect: AF101


def outer(function):
    return apply(function)
