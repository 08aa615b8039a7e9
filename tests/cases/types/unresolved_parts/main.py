"""Classes whose bases contradict each other or are not known, and what is asked of them all the same.

NO_ORACLE: Python refuses some of these classes.
"""
import time

import vendor


class First:
    def go(self):
        time.sleep(0.01)


class Second:
    def stop(self):
        time.sleep(0.01)


class One(First, Second):
    pass


class Other(Second, First):
    pass


class Both(One, Other):
    """There is no order of its bases."""


class Twice(First, vendor.Base, First):
    """Has a base twice."""


class Cyclic(vendor.Base):
    pass


class Remote(vendor.Base):
    """Its base may have any attribute."""

    def __getattr__(self, name):
        time.sleep(0.01)


Cyclic = type("Cyclic", (Cyclic,), {})


async def bad_both():
    Both().go()  # expect: AF101
    Both().stop()  # expect: AF101


async def bad_twice():
    Twice().go()  # expect: AF101


async def ok_unknown():
    Cyclic().go()
    return Remote().anything
