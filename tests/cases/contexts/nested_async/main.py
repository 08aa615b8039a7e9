"""A coroutine inside a plain function."""
import time


def factory():
    async def inner():
        time.sleep(1)  # expect: AF101

    return inner


async def bad_nested():
    await factory()()
