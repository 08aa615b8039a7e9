"""A context manager that blocks on leaving."""
import time
from contextlib import contextmanager


@contextmanager
def measured():
    try:
        yield
    finally:
        time.sleep(1)


async def bad_measured():
    with measured():  # expect: AF101
        pass
