"""Callables in containers that are put together step by step, and taken out in any way."""
import collections
import heapq
import random
import time
import types


def slow():
    time.sleep(0.01)


def quick():
    return 1


HANDLERS = {}
HANDLERS.update({"slow": slow})
MORE = {"quick": quick}
MORE.update(slow=slow)


async def bad_filled_in_loops():
    table = {}
    for name in "ab":
        table[name] = slow
    for handler in table.values():
        handler()  # expect: AF101
    for _name, handler in sorted(table.items()):
        handler()  # expect: AF101


async def bad_updated():
    HANDLERS["slow"]()  # expect: AF101
    MORE["slow"]()  # expect: AF101
    own = {}
    own.update({"slow": slow})
    own["slow"]()  # expect: AF101


async def bad_made_of_pairs():
    dict([("slow", slow)])["slow"]()  # expect: AF101
    dict(zip(["slow"], [slow]))["slow"]()  # expect: AF101
    dict({"quick": quick}, slow=slow)["slow"]()  # expect: AF101


async def bad_spread():
    table = {**{"slow": slow}, "quick": quick}
    table["slow"]()  # expect: AF101


async def bad_layered():
    collections.ChainMap({"slow": slow}, {})["slow"]()  # expect: AF101
    types.MappingProxyType({"slow": slow})["slow"]()  # expect: AF101


async def bad_by_chance():
    random.choice([slow])()  # expect: AF101


async def bad_from_heap():
    heap = []
    heapq.heappush(heap, (1, slow))
    _, handler = heapq.heappop(heap)
    handler()  # expect: AF101


async def ok_quick():
    table = {}
    for name in "ab":
        table[name] = quick
    for handler in table.values():
        handler()
    dict([("quick", quick)])["quick"]()
    random.choice([quick])()
    return HANDLERS, MORE
