"""A protocol that says more than which methods there are: constants, classes, and methods that have a body."""
import time
from typing import Protocol


class Store(Protocol):
    timeout = 1.0
    limit: int = 3

    class Error(Exception):
        pass

    def load(self, key: str) -> str: ...

    def twice(self, key: str) -> str:
        return self.load(key) * 2


class Remote:
    timeout = 2.0
    limit = 5
    Error = ValueError

    def load(self, key):
        time.sleep(0.01)
        return key

    def twice(self, key):
        return key


async def load(store: Store):
    return store.load("x")  # expect: AF101


async def twice(store: Store):
    return store.twice("x")


class Source(Protocol):
    def fetch(self, key: str) -> str: ...


class Cached:
    def fetch(self, key):
        return key


def fetching():
    """Its local function is no method of a class that could be meant."""

    def fetch(self, key):
        time.sleep(0.01)

    return fetch


async def fetched(source: Source):
    return source.fetch("x")


def named(*parts):
    return globals()["".join(parts)]


async def ok_main():
    await named("lo", "ad")(Remote())
    await named("tw", "ice")(Remote())
    await named("fetch", "ed")(Cached())
