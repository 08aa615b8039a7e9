"""What a list is extended with is in it, whatever was there before."""
import time
from collections import deque


class Quick:
    def keys(self):
        return []


class Slow(Quick):
    def __init__(self, name):
        self.name = name

    def keys(self):
        time.sleep(0.01)
        return [self.name]


def providers(names) -> list[Quick]:
    found: list[Quick] = [Quick()]
    if names:
        found.extend(Slow(name) for name in names)
    return found


class Holder:
    def __init__(self):
        self.kept = deque()

    def keep(self, items):
        self.kept.extendleft(items)


async def bad_extended():
    for provider in providers(["a"]):
        provider.keys()  # expect: AF101


async def bad_kept():
    holder = Holder()
    holder.keep([Slow("b")])
    for provider in holder.kept:
        provider.keys()  # expect: AF101


async def ok_extended_with_others():
    found = [Quick()]
    found.extend([Quick()])
    for provider in found:
        provider.keys()
