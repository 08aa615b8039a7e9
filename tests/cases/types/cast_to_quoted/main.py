"""`cast` takes a type in quotes, too."""
import time
from typing import cast


class Slow:
    def run(self):
        time.sleep(0.01)


class Quick:
    def run(self):
        return 1


def anything(kind) -> object:
    return kind()


async def bad_slow():
    cast("Slow", anything(Slow)).run()  # expect: AF101


async def ok_quick():
    cast("Quick", anything(Quick)).run()
