"""A coroutine method of an object that the program makes at a few places: what its constructor gets belongs together."""
import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Iterator


@dataclass(frozen=True)
class Source:
    name: str
    fetch: Callable[..., Any]
    threaded: bool = False
    tags: frozenset[str] = field(default_factory=frozenset)

    async def __call__(self, *arguments: Any) -> Any:
        if self.threaded:
            return await asyncio.to_thread(self.fetch, *arguments)
        return self.fetch(*arguments)  # expect: AF101


class Registry:
    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}

    def source(self, name: str, *, threaded: bool = False):
        def decorate(function):
            self._sources[name] = Source(name, function, threaded)
            return function

        return decorate

    def __iter__(self) -> Iterator[Source]:
        return iter(self._sources.values())


registry = Registry()


@registry.source("in a thread", threaded=True)
def in_a_thread():
    time.sleep(1)


@registry.source("at once")
def at_once():
    time.sleep(1)


async def bad_all():
    for source in registry:
        await source()


class Task:
    def __init__(self, work, in_thread=False):
        self.work = work
        self.in_thread = in_thread

    async def __aenter__(self):
        if self.in_thread:
            await asyncio.to_thread(self.work)
        else:
            self.work()
        return self

    async def __aexit__(self, *exc):
        return None


async def ok_entered():
    async with Task(in_a_thread, in_thread=True):
        pass
    async with Task(lambda: 1):
        pass


class Open(Task):
    async def __aenter__(self):
        if self.in_thread:
            await asyncio.to_thread(self.work)
        else:
            self.work()  # expect: AF101
        return self


async def bad_kept_by_class():
    makers = {"open": Open}
    async with makers["open"](at_once):
        pass
    async with Open(in_a_thread, in_thread=True):
        pass
