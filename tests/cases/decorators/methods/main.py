"""A decorated method keeps its self."""
import functools
import time


def plain(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


class Client:
    def __init__(self):
        self.rest = time.sleep

    @plain
    def fetch(self):
        self.rest(1)


async def bad_method():
    Client().fetch()  # expect: AF101
