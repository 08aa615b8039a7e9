"""Tests for kinds of functions: by way of a local, of a kept flag, of what was called, and for closures that they guard."""
import asyncio
import functools
import inspect
import time
from collections.abc import Callable
from dataclasses import dataclass


def plain(*given):
    time.sleep(0.01)


async def later(*given):
    await asyncio.sleep(0)


async def each(*given):
    yield 1


def adapted(function):
    """A closure is only made of coroutine functions."""
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def call(*given):
            return await function(*given)

        return call
    return function


def streamed(function):
    is_stream = inspect.isasyncgenfunction(function)
    if is_stream:

        async def call():
            async for item in function():
                yield item

        return call
    return function


def slow_kind(function):
    if not asyncio.iscoroutinefunction(function):

        async def call(*given):
            return function(*given)  # expect: AF101

        return call
    return function


class Handler:
    def __init__(self, function):
        self.function = adapted(function)
        self.stream = streamed(function)
        self.wrong = slow_kind(function)


class Flagged:
    def __init__(self, function):
        self.function = function
        self.is_async = inspect.iscoroutinefunction(self.function) or inspect.isasyncgenfunction(self.function)

    async def run(self):
        if self.is_async:
            return await self.function()
        return await asyncio.to_thread(self.function)

    async def bad_run(self):
        if not self.is_async:
            return self.function()  # expect: AF101
        return None


def only_async(function):
    is_async = inspect.iscoroutinefunction(function)
    return function if is_async else None


def only_plain(function):
    is_async = inspect.iscoroutinefunction(function)
    return None if is_async else function


@dataclass
class Tool:
    function: Callable | None = None
    coroutine: Callable | None = None

    async def invoke(self):
        if self.coroutine is None:
            return await asyncio.to_thread(self.function)
        return await self.coroutine()


def tool_of(function):
    is_async = inspect.iscoroutinefunction(function)
    return Tool(function=None if is_async else function, coroutine=function if is_async else None)


def checked(function):
    """What the function gives decides whether something else has to be done."""

    def call(*given):
        result = function(*given)

        async def wait():
            return await result

        if inspect.isawaitable(result):
            return wait()
        time.sleep(0.01)
        return result

    return call


@checked
async def checked_later():
    return 1


@checked
def checked_plain():
    return 1


async def main():
    handler = Handler(plain)
    await handler.wrong()
    await Handler(later).function()
    await Flagged(plain).run()
    await Flagged(later).run()
    await Flagged(plain).bad_run()
    await Flagged(each).bad_run()
    assert only_async(plain) is None
    await only_async(later)()
    await tool_of(plain).invoke()
    await tool_of(later).invoke()
    await checked_later()
    only_plain(plain)()  # expect: AF101
    checked_plain()  # expect: AF101


ORACLE = [main]
