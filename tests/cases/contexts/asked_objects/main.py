"""A coroutine method is judged for the objects that it is asked of, where all calls of it tell which these are."""
from actors import all_of_them
from caches import Cache, Disk, Hub, SlowHub

quick = Cache()
slow = Cache(Disk())


async def ok_asked_of_one():
    await quick.find("a")


async def ok_asked_by_another():
    await quick.both("a")


async def bad_asked_of_both():
    await quick.search("a")
    await slow.search("a")


async def ok_class():
    await Hub().receive("x")


async def bad_class():
    for hub in (Hub(), SlowHub()):
        await hub.replay("x")


async def run(function):
    await function("a")


async def bad_handed_over():
    await run(slow.handed_over)
    await quick.handed_over("a")


class Shelf:
    def __init__(self, store):
        self.store = store

    async def get(self, key):
        return self.store.load(key)


async def ok_common_name():
    shelf = Shelf(Cache())
    await shelf.get({"a": 1}.get("a"))


def by_hand():
    return Shelf(Disk()).store.load("a")


async def bad_own():
    await all_of_them()
