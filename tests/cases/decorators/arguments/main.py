"""A decorator with arguments."""
import functools
import time


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            for _ in range(times):
                function(*args)
                time.sleep(1)

        return wrapper

    return decorate


@retry(2)
def harmless():
    return 1


async def bad_retried():
    harmless()  # expect: AF101
