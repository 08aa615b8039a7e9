"""`functools.partial`."""
import functools
import time


async def bad_partial():
    rest = functools.partial(time.sleep, 1)
    rest()  # expect: AF101


async def ok_made():
    return functools.partial(time.sleep, 1)


def run(action, argument):
    return action(argument)


async def bad_passed():
    functools.partial(run, time.sleep)(1)  # expect: AF101
