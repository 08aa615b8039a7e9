"""Async generators, context managers and iterators are coroutines too."""
import contextlib
import time


async def numbers():
    time.sleep(1)  # expect: AF101
    yield 1


@contextlib.asynccontextmanager
async def session():
    time.sleep(1)  # expect: AF101
    yield 1


class Resource:
    async def __aenter__(self):
        time.sleep(1)  # expect: AF101

    async def __aexit__(self, *_):
        return None


async def bad_all():
    async for _ in numbers():
        pass
    async with session(), Resource():
        pass
