"""A table that a module fills item by item, right where it is made, is told apart by its keys."""

import asyncio
import time


class Memory:
    def dump(self):
        return None


class Slow:
    def dump(self):
        time.sleep(0.01)


STORES = {}
STORES["memory"] = Memory
STORES["slow"] = Slow


def create(name):
    return STORES[name]()


async def ok_items():
    create("memory").dump()
    await asyncio.to_thread(create("slow").dump)


async def bad_item():
    create("slow").dump()  # expect: AF101
