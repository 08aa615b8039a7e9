"""Generic classes of the standard library hold what they are constructed with."""
import contextlib
import itertools
import time


class Slow:
    def go(self):
        time.sleep(0.01)

    def close(self):
        pass


class Fast(Slow):
    def go(self):
        pass


async def bad_closing():
    with contextlib.closing(Slow()) as thing:
        thing.go()  # expect: AF101


async def bad_null():
    with contextlib.nullcontext(Slow()) as thing:
        thing.go()  # expect: AF101


async def bad_cycle():
    for thing in itertools.islice(itertools.cycle([Slow()]), 2):
        thing.go()  # expect: AF101


async def ok_closing():
    with contextlib.closing(Fast()) as thing:
        thing.go()
