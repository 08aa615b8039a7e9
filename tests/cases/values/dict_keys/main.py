"""A key that is written out picks the item that a dict display spells out under it."""
import time

from tables import HANDLERS, register


def nap():
    time.sleep(0.01)


def count():
    return 1


TABLE = {"nap": nap, "count": count}
FILLED = {"count": count}
FILLED["count"] = nap


async def bad_global():
    TABLE["nap"]()  # expect: AF101


async def bad_filled():
    FILLED["count"]()  # expect: AF101


async def bad_local():
    table = {"nap": nap, "count": count}
    table["nap"]()  # expect: AF101


async def bad_any(name="nap"):
    TABLE[name]()  # expect: AF101


async def bad_changed():
    table = {"nap": count}
    table["nap"] = nap
    table["nap"]()  # expect: AF101


async def ok_global():
    TABLE["count"]()


async def ok_local():
    table = {"nap": nap, "count": count}
    table["count"]()


@register("late")
def late():
    time.sleep(0.01)


async def bad_imported():
    HANDLERS["nap"]()  # expect: AF101


async def ok_imported():
    HANDLERS["count"]()
