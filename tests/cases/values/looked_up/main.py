"""Functions that are looked up: in tables of modules, classes and objects, by name, with a default, in a route."""
import asyncio
import sys
import time
from types import SimpleNamespace


def slow(*given):
    time.sleep(0.01)


def quick(*given):
    return given


def nap():
    time.sleep(0.01)


def glance():
    return 1


class Views:
    def slow(self):
        time.sleep(0.01)

    def quick(self):
        return 1

    table = {"slow": nap, "quick": glance}
    pairs = [("slow", nap), ("quick", glance)]

    def by_getattr(self, name):
        return getattr(self, name)()

    def by_default(self, name):
        return getattr(self, name, self.quick)()

    def by_table(self, name):
        return self.table[name]()

    def by_vars(self, name):
        return type(self).__dict__[name](self)


TABLE = {"slow": slow, "quick": quick}
NESTED = {"a": {"run": slow}, "b": {"run": quick}}
CALLED = dict(slow=slow, quick=quick)
ROWS = [("slow", slow), ("quick", quick)]
MADE = {name: function for name, function in ROWS}
MERGED = {**TABLE, "other": quick}
UPDATED = {}
UPDATED.update(TABLE)
UPDATED["more"] = slow
SPACE = SimpleNamespace(slow=slow, quick=quick)
THIS = sys.modules[__name__]


def handler(name, default=quick):
    return TABLE.get(name, default)


def dispatch(name):
    return CALLED[name]()


def first_row():
    for name, function in ROWS:
        if name == "slow":
            return function
    return quick


async def bad_tables():
    TABLE["slow"]()  # expect: AF101
    TABLE["quick"]()
    TABLE.get("slow")()  # expect: AF101
    TABLE.get("quick", slow)()
    TABLE.get("none", slow)()  # expect: AF101
    NESTED["a"]["run"]()  # expect: AF101
    NESTED["b"]["run"]()
    CALLED["slow"]()  # expect: AF101
    MERGED["slow"]()  # expect: AF101
    UPDATED["more"]()  # expect: AF101
    MADE["slow"]()  # expect: AF101


async def bad_helpers():
    handler("slow")()  # expect: AF101
    handler("quick")()
    handler("none", slow)()  # expect: AF101
    dispatch("slow")  # expect: AF101
    first_row()()  # expect: AF101


async def bad_objects():
    Views().by_getattr("slow")  # expect: AF101
    Views().by_getattr("quick")
    Views().by_default("slow")  # expect: AF101
    Views().by_default("quick")
    Views().by_table("slow")  # expect: AF101
    Views().by_table("quick")
    getattr(Views(), "slow")()  # expect: AF101
    getattr(Views(), "quick")()
    getattr(Views, "slow")(Views())  # expect: AF101
    Views.table["slow"]()  # expect: AF101
    Views.table["quick"]()
    SPACE.slow()  # expect: AF101
    SPACE.quick()
    THIS.slow()  # expect: AF101
    THIS.quick()
    globals()["slow"]()  # expect: AF101
    globals()["quick"]()
    vars(SPACE)["slow"]()  # missing: AF101


async def bad_loops():
    for function in TABLE.values():
        function()  # expect: AF101
    for name in TABLE:
        TABLE[name]()  # expect: AF101
    for name, function in Views.pairs:
        function()  # expect: AF101
    for function in (quick, quick):
        function()
    [function() for function in TABLE.values()]  # expect: AF101
    functions = [slow, quick]
    functions[0]()  # expect: AF101
    functions[-2]()  # expect: AF101
    await asyncio.sleep(0)
