"""A decorator's wrapper runs in place of the function."""
import functools
import time


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        time.sleep(1)
        return function(*args, **kwargs)

    return wrapper


def plain(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@logged
def quick():
    return 1


@plain
def slow():
    time.sleep(1)


@plain
def harmless():
    return 1


async def bad_wrapper():
    quick()  # expect: AF101


async def bad_wrapped():
    slow()  # expect: AF101


async def ok_wrapped():
    harmless()
