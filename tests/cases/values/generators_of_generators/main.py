"""Generators that are handed other iterables, declared as such."""
import asyncio
import time
from typing import Callable, Iterable, Iterator


def slow() -> Iterator[str]:
    time.sleep(0.01)
    yield "a"


def upper(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line.upper()


def kept(lines: Iterable[str], size: int = 1):
    return (line for line in lines if len(line) == size)


def call_all(functions: list[Callable[[], object]]) -> None:
    for function in functions:
        function()


def nap() -> None:
    time.sleep(0.01)


def count() -> int:
    return 1


async def bad_nested():
    lines = kept(upper(slow()))
    for line in lines:  # expect: AF101
        print(line)


async def bad_callables():
    call_all([count, nap])  # expect: AF101


async def ok_nested():
    for line in kept(upper(["a", "b"])):
        print(line)


async def ok_callables():
    call_all([count, count])


async def ok_elsewhere():
    return await asyncio.to_thread(list, kept(upper(slow())))
