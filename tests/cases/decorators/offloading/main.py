"""A decorator that hands the function to a thread makes it harmless."""
import asyncio
import functools
import time


def in_thread(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper


@in_thread
def slow():
    time.sleep(1)


async def ok_offloaded():
    await slow()
