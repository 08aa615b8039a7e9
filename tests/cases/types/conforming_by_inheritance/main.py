"""A class has what a protocol asks for where it inherits it, with parameters that fit."""
import time
from typing import Protocol


class Store(Protocol):
    def load(self, key): ...

    def close(self): ...


class Base:
    def close(self):
        return None


class Slow(Base):
    def load(self, key):
        time.sleep(0.01)


class Flexible(Base):
    def load(self, *args, **kwargs):
        time.sleep(0.01)


class Later(Protocol):
    def fetch(self, key): ...


class Asks:
    """Needs more than the protocol passes."""

    def fetch(self, key, more):
        time.sleep(0.01)


class Fetches:
    def fetch(self, key, more=1):
        return key


class Awaits:
    async def fetch(self, key):
        time.sleep(0.01)  # expect: AF101


def use(store: Store):
    return store.load(1)


def use_later(later: Later):
    return later.fetch(1)


async def bad(store: Store):
    use(store)  # expect: AF101


async def bad_close(store: Store):
    store.load(1)  # expect: AF101
    store.close()


async def ok(later: Later):
    use_later(later)


async def run_bad():
    for store in (Slow(), Flexible()):
        await bad(store)
        await bad_close(store)


async def run_ok():
    await ok(Fetches())
    await Awaits().fetch(1)


ORACLE = [run_bad, run_ok]
