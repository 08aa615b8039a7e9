"""Keyword arguments that are kept, iterated or handed on as the dict that they are."""
import time
from collections import OrderedDict


def slow():
    time.sleep(0.01)


def quick():
    return None


class Named:
    def __init__(self):
        self.functions = OrderedDict()

    def name(self, **functions):
        self.functions.update(functions)

    async def run(self):
        for _, function in self.functions.items():
            function()  # expect: AF101


class Kept:
    def __init__(self, **functions):
        self.functions = functions

    async def run(self):
        self.functions["a"]()  # expect: AF101


class Quiet:
    def __init__(self, **functions):
        self.functions = functions

    async def run(self):
        self.functions["a"]()


def call_all(**functions):
    for function in functions.values():
        function()


async def bad_named():
    named = Named()
    named.name(slow=slow)
    await named.run()


async def bad_kept():
    await Kept(a=slow).run()


async def bad_at_once():
    call_all(first=quick, second=slow)  # expect: AF101


async def bad_spread():
    functions = {"a": slow}
    call_all(**functions)  # expect: AF101


async def ok_quick():
    await Quiet(a=quick).run()
    call_all(first=quick)
