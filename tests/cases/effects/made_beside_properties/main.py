"""A proxy that makes its attributes, of names that are properties of other classes."""

import time


class Row:
    @property
    def size(self):
        return 3

    def count(self):
        return 4


class Proxy:
    def __getattr__(self, name):
        time.sleep(0.01)
        return lambda: name


async def bad_made():
    return Proxy().size  # expect: AF101


async def bad_made_and_called():
    return Proxy().count()  # expect: AF101


async def ok_property():
    return Row().size, Row().count()
