"""A key that a dict of the program's own lacks runs its `__missing__`."""
import time
from collections import UserDict


class Loaded(UserDict):
    def __missing__(self, key):
        time.sleep(0.01)
        return key


class Cached(dict):
    def __missing__(self, key):
        time.sleep(0.01)
        return key


class Plain(dict):
    def __missing__(self, key):
        return key


async def bad_user_dict():
    Loaded()["a"]  # expect: AF101


async def bad_dict():
    Cached()["a"]  # expect: AF101


async def ok_plain():
    Plain()["a"]
    Cached().get("a")


class Cache(dict[str, int]):
    def __missing__(self, key):
        time.sleep(0.01)
        return 3

    def of(self, key):
        return self[key]


class Reader:
    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def read(self, key):
        return self.cache[key]


async def bad_of_self():
    Cache().of("a")  # expect: AF101


async def bad_of_what_is_declared():
    Reader(Cache()).read("a")  # expect: AF101
