"""A lazy iterator that is only declared tells nothing of what it runs, and breaks nothing."""
import itertools
import time
from typing import Optional


def take(items: Optional[itertools.chain]) -> list:
    return list(items or ())


def declared(items: "itertools.islice"):
    for item in items:
        time.sleep(item)


async def bad_declared():
    take(None)
    declared([0.01])  # expect: AF101
