"""A decorated coroutine's own body still runs on the loop."""
import functools
import time


def traced(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await function(*args, **kwargs)

    return wrapper


@traced
async def bad_decorated():
    time.sleep(1)  # expect: AF101
