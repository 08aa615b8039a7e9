"""What follows a `with` block that ends in `return` or `raise`, where its context manager suppresses errors."""
import contextlib
import time

CACHE = {}


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is KeyError


@contextlib.contextmanager
def silently():
    try:
        yield
    except KeyError:
        pass


def cached(key):
    with contextlib.suppress(KeyError):
        return CACHE[key]
    time.sleep(0.01)
    return None


async def bad_return():
    with contextlib.suppress(KeyError):
        return CACHE["a"]
    time.sleep(0.01)  # expect: AF101


async def bad_raise():
    with silently():
        raise KeyError("a")
    time.sleep(0.01)  # expect: AF101


async def bad_own_manager():
    with Quiet():
        return CACHE["a"]
    time.sleep(0.01)  # expect: AF101


async def bad_helper():
    cached("a")  # expect: AF101


async def ok_nothing_suppressed():
    return 1
    time.sleep(0.01)
