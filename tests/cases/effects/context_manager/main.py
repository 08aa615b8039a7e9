"""Context managers block at `with`."""
import contextlib
import time


class Transaction:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        time.sleep(1)


@contextlib.contextmanager
def timer():
    time.sleep(1)
    yield


@contextlib.contextmanager
def harmless():
    yield 1


async def bad_class():
    with Transaction():  # expect: AF101
        pass


async def bad_generator():
    with timer():  # expect: AF101
        pass


async def ok_harmless():
    with harmless() as value:
        return value
