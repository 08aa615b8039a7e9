"""Asking a `defaultdict` for an item may call what makes the items that it does not have."""

import functools
import time
from collections import defaultdict


def slow():
    time.sleep(0.05)
    return []


def load(name):
    time.sleep(0.05)
    return name


class Client:
    def __init__(self):
        time.sleep(0.05)

    def ask(self):
        return 1


class Quick:
    def __init__(self):
        self.names = []


CACHE = defaultdict(slow)
CLIENTS: defaultdict[str, Client] = defaultdict(Client)
COUNTS = defaultdict(int)
NESTED = defaultdict(lambda: defaultdict(list))
QUICK = defaultdict(Quick)


class Store:
    def __init__(self):
        self.loaded = defaultdict(self.load)
        self.lists = defaultdict(list)

    def load(self):
        time.sleep(0.05)
        return 1

    async def bad_item(self, key):
        return self.loaded[key]  # expect: AF101

    async def ok_item(self, key):
        self.lists[key].append(key)
        return self.lists[key]


async def bad_global():
    return CACHE["a"]  # expect: AF101


async def bad_made():
    return CLIENTS["a"].ask()  # expect: AF101


async def bad_local():
    names = defaultdict(functools.partial(load, "a"))
    names["b"] += "c"  # expect: AF101


async def bad_after_a_put():
    lists = defaultdict(slow)
    lists["a"] = []
    lists["b"].append(1)  # expect: AF101


async def bad_of_a_store():
    await Store().bad_item("a")


async def ok_quick():
    COUNTS["a"] += 1
    NESTED["a"]["b"].append(1)
    QUICK["a"].names.append("b")
    await Store().ok_item("a")


async def ok_set_or_asked():
    CACHE["b"] = []
    return CACHE.get("c"), "d" in CACHE, dict(a=1)["a"]
