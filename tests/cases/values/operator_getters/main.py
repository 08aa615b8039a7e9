"""`operator.methodcaller`, `attrgetter` and `itemgetter` make functions that call, read and pick."""
import operator
import time
from operator import itemgetter


class Rate:
    def refresh(self, seconds):
        time.sleep(seconds)
        return seconds

    def peek(self):
        return 1

    @property
    def live(self):
        time.sleep(0.01)
        return 1

    @property
    def last(self):
        return 1


class Table:
    def __init__(self):
        self.rate = Rate()

    def __getitem__(self, key):
        time.sleep(0.01)
        return key


refresh = operator.methodcaller("refresh", 0.01)
peek = operator.methodcaller("peek")
live = operator.attrgetter("live")


async def bad_method():
    refresh(Rate())  # expect: AF101


async def bad_mapped():
    return list(map(refresh, [Rate()]))  # expect: AF101


async def bad_property():
    max([Rate(), Rate()], key=live)  # expect: AF101
    sorted([Table()], key=operator.attrgetter("rate.live"))  # expect: AF101


async def bad_item():
    return itemgetter("a")(Table())  # expect: AF101


async def ok_quick():
    list(map(peek, [Rate()]))
    sorted([Rate()], key=operator.attrgetter("last"))
    return itemgetter("a")({"a": 1})
