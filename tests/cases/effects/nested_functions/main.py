"""The body of a nested function belongs to whoever calls it."""
import time


async def ok_defined():
    def later():
        time.sleep(1)

    return later


async def bad_called():
    def now():
        time.sleep(1)

    now()  # expect: AF101


async def bad_returned():
    make()()  # expect: AF101


def make():
    def inner():
        time.sleep(1)

    return inner
