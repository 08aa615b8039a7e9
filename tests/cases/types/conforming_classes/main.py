"""A protocol that nobody is seen to pass anything for stands for the few classes that have its methods."""
import time
from typing import Protocol


class Search(Protocol):
    def query(self, text: str) -> list: ...

    def label(self, hit) -> str: ...


class Remote:
    def query(self, text):
        time.sleep(0.01)
        return []

    def label(self, hit):
        return str(hit)


class Listed:
    def query(self, text):
        return [text]

    def label(self, hit):
        return hit


class Painter:
    """One of the methods is missing."""

    def label(self, hit):
        time.sleep(0.01)


class Asker:
    """The methods take something else."""

    def query(self, text, model):
        time.sleep(0.01)

    def label(self, hit):
        time.sleep(0.01)


class Awaited:
    """A coroutine is no such method."""

    async def query(self, text):
        time.sleep(0.01)  # expect: AF101

    def label(self, hit):
        time.sleep(0.01)


async def query(search: Search, text: str):
    return search.query(text)  # expect: AF101


async def label(search: Search, hit):
    return search.label(hit)


def provide(handler, **given):
    return handler(**given)


async def bad_query():
    await provide(query, **{"search": Remote(), "text": "x"})


async def bad_awaited():
    await Awaited().query("x")


async def ok_label():
    await provide(label, **{"search": Remote(), "hit": "x"})
