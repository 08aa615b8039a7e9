"""Attributes that get their names by keywords and texts, beside harmless definitions of the same names."""

import time
from types import SimpleNamespace


class Client:
    def apply(self):
        return 1

    def collect(self):
        return 2


def slow(*args):
    time.sleep(0.01)


TOOLS = SimpleNamespace(apply=slow)
JOBS = {"collect": slow}
MORE = SimpleNamespace(**JOBS)


async def bad_keyword():
    TOOLS.apply()  # expect: AF101


async def bad_unpacked():
    MORE.collect()  # expect: AF101


async def ok_definitions():
    client = Client()
    return client.apply(), client.collect()
