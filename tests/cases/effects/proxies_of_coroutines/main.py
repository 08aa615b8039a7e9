"""`__getattr__` that returns a coroutine function of its own, which calls the member of that name of another object."""
import asyncio
import functools
import time


class Store:
    def load(self, key):
        time.sleep(0.01)
        return key

    def peek(self, key):
        return key


class Cache:
    def load(self, key):
        return key

    def drop(self):
        time.sleep(0.01)


class Wrapped:
    """Only looks asynchronous."""

    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        method = getattr(self._target, name)

        async def call(*arguments, **keywords):
            return method(*arguments, **keywords)  # expect: AF101

        return call


class Threaded:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        method = getattr(self._target, name)

        async def call(*arguments, **keywords):
            return await asyncio.to_thread(functools.partial(method, *arguments, **keywords))

        return call


class Cached:
    """Of what it stands for, only what does not block is asked for."""

    def __init__(self, target):
        self._cache = target

    def __getattr__(self, name):
        method = getattr(self._cache, name)

        async def call(*arguments):
            return method(*arguments)

        return call


async def bad_wrapped():
    store = Wrapped(Store())
    await store.peek("a")
    await store.load("a")


async def ok_threaded():
    await Threaded(Store()).load("a")


async def ok_cached():
    await Cached(Cache()).load("a")
