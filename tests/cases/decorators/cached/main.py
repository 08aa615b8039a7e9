"""The standard library's caching decorators keep what the function does."""
import functools
import time


@functools.lru_cache(maxsize=None)
def load():
    time.sleep(1)


@functools.cache
def load_too():
    time.sleep(1)


async def bad_cached():
    load()  # expect: AF101


async def bad_cache():
    load_too()  # expect: AF101
