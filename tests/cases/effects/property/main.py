"""A property blocks where it is read."""
import functools
import time


class Config:
    @property
    def values(self):
        time.sleep(1)
        return 1

    @functools.cached_property
    def cached(self):
        time.sleep(1)
        return 1

    @property
    def name(self):
        return "x"


async def bad_property():
    return Config().values  # expect: AF101


async def bad_cached():
    return Config().cached  # expect: AF101


async def ok_property():
    return Config().name
