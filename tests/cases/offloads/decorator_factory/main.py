"""An offloading decorator with arguments."""
import asyncio
import functools
import time


def offloaded(pool=None):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args):
            return await asyncio.get_running_loop().run_in_executor(pool, function, *args)

        return wrapper

    return decorate


class Repository:
    @offloaded()
    def save(self):
        time.sleep(1)


async def ok_saved():
    await Repository().save()
