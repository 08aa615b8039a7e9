"""Methods that a collection gets for free run those that its class defines."""
import time
from collections.abc import MutableMapping, Sequence


class Slow(MutableMapping):
    def __getitem__(self, key):
        time.sleep(0.01)
        return key

    def __setitem__(self, key, value):
        time.sleep(0.01)

    def __delitem__(self, key):
        return None

    def __iter__(self):
        yield "a"

    def __len__(self):
        return 1


class Quick(MutableMapping):
    def __init__(self):
        self.known = {}

    def __getitem__(self, key):
        return self.known[key]

    def __setitem__(self, key, value):
        self.known[key] = value

    def __delitem__(self, key):
        del self.known[key]

    def __iter__(self):
        return iter(self.known)

    def __len__(self):
        return len(self.known)


class Pages(Sequence):
    def __getitem__(self, index):
        if index > 1:
            raise IndexError
        time.sleep(0.01)
        return index

    def __len__(self):
        return 2


class Store:
    def __init__(self, kept: Slow):
        self.kept = kept

    def name(self, key):
        return self.kept.get(key)


async def bad_get():
    return Slow().get("a")  # expect: AF101


async def bad_update():
    Slow().update({"a": 1})  # expect: AF101


async def bad_contains():
    return "a" in Slow()  # expect: AF101


async def bad_declared():
    return Store(Slow()).name("a")  # expect: AF101


async def bad_index():
    return Pages().index(1)  # expect: AF101


async def ok_keys():
    return list(Slow().keys()), len(Slow())


async def ok_quick():
    quick = Quick()
    quick.update({"a": 1})
    quick.setdefault("b", 2)
    return quick.get("a"), list(quick.items()), quick.pop("a"), "a" in quick
