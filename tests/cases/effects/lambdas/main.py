"""Lambdas run where they are called."""
import time


async def ok_made():
    return lambda: time.sleep(1)


async def bad_called():
    action = lambda: time.sleep(1)  # noqa: E731
    action()  # expect: AF101


async def bad_key():
    return sorted([2, 1], key=lambda n: rest(n))  # expect: AF101


def rest(number):
    time.sleep(1)
    return number
