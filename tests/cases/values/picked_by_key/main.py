"""A parameter that picks an item of a dict display decides what a factory makes, and what a dispatcher runs."""
import time
from enum import Enum

from tables import FILLED, TABLE, Quick, Slow


def nap(_x=1):
    time.sleep(0.01)


def count(_x=1):
    return 1


HANDLERS: dict = {"nap": nap, "count": count}


class Kind(Enum):
    SLOW = 1
    QUICK = 2


BY_KIND = {Kind.SLOW: Slow, Kind.QUICK: Quick}


def make(kind):
    return TABLE[kind]()


def make_or(kind="quick"):
    cls = TABLE.get(kind, Slow)
    return cls()


def make_filled(kind):
    return FILLED[kind]()


def by_kind(kind):
    return BY_KIND[kind]()


def dispatch(name, x):
    HANDLERS[name](x)


def dispatch_known(name, x):
    handler = HANDLERS.get(name)
    if handler is None:
        raise ValueError(name)
    return handler(x)


def through(name):
    dispatch(name, 1)


class Factory:
    kinds = {"slow": Slow, "quick": Quick}

    def make(self, kind):
        return self.kinds[kind]()

    @classmethod
    def of(cls, kind):
        return cls.kinds[kind]()


async def bad_made():
    make("slow").run()  # expect: AF101


async def bad_default():
    make_or("other").run()  # expect: AF101


async def bad_member():
    by_kind(Kind.SLOW).run()  # expect: AF101


async def bad_unknown(kind="slow"):
    make(kind).run()  # expect: AF101


async def bad_filled():
    make_filled("quick").run()  # expect: AF101


async def bad_dispatched():
    dispatch("nap", 1)  # expect: AF101


async def bad_dispatched_known():
    dispatch_known("nap", 1)  # expect: AF101


async def bad_through():
    through("nap")  # expect: AF101


async def bad_of_class():
    Factory().make("slow").run()  # expect: AF101


async def bad_of_classmethod():
    Factory.of("slow").run()  # expect: AF101


async def ok_made():
    make("quick").run()
    make_or().run()
    by_kind(Kind.QUICK).run()
    BY_KIND[Kind.QUICK]().run()


async def ok_dispatched():
    dispatch("count", 1)
    dispatch_known("count", 1)
    through("count")


async def ok_of_class():
    Factory().make("quick").run()
    Factory.of("quick").run()
