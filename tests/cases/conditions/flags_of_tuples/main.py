"""Flags that a named tuple keeps, or that a keyword argument without a parameter of its own is."""

import time
from typing import NamedTuple


class Options(NamedTuple):
    wait: bool = False


def pause(options):
    if options.wait:
        time.sleep(0.01)


def by_key(**options):
    if options["wait"]:
        time.sleep(0.01)


async def bad_set():
    pause(Options(True))  # expect: AF101
    pause(Options(wait=True))  # expect: AF101
    by_key(wait=True)  # expect: AF101


async def ok_unset():
    pause(Options())
    pause(Options(False))
    by_key(wait=False)
