"""A decorator that is used bare, with options, or through a helper: each use belongs together with its options."""
import asyncio
import functools
import time
from dataclasses import dataclass
from typing import Any, Callable


@dataclass
class Tool:
    function: Callable[..., Any]
    threaded: bool = False

    async def invoke(self):
        if self.threaded:
            return await asyncio.to_thread(self.function)
        return self.function()  # expect: AF101


TOOLS = {}


def tool(function=None, *, threaded=False):
    def decorate(wrapped):
        TOOLS[wrapped.__name__] = Tool(wrapped, threaded)
        return wrapped

    return decorate(function) if function else decorate


@tool
def bare():
    time.sleep(1)


@tool(threaded=True)
def with_option():
    open(__file__).close()


@dataclass
class Job:
    function: Callable[..., Any]
    threaded: bool = False

    async def run(self):
        if self.threaded:
            return await asyncio.to_thread(self.function)
        return self.function()  # expect: AF105


class Jobs:
    def __init__(self):
        self.known = []

    def add(self, function, threaded=False):
        job = Job(function, threaded)
        self.known.append(job)
        return job

    def job(self, threaded=False):
        def decorate(function):
            self.add(function, threaded)
            return function

        return decorate


jobs = Jobs()


@jobs.job()
def at_once():
    open(__file__).close()


@jobs.job(threaded=True)
def in_a_thread():
    time.sleep(1)


async def bad_all():
    for known in TOOLS.values():
        await known.invoke()
    for job in jobs.known:
        await job.run()


@dataclass
class Check:
    function: Callable[..., Any]
    threaded: bool = False

    async def run(self):
        if self.threaded:
            return await asyncio.to_thread(self.function)
        return self.function()  # expect: AF101


class Checks:
    def __init__(self):
        self.known = {}

    def add(self, function, threaded=False):
        self.known[function.__name__] = Check(function, threaded)

    def check(self, function=None, **options):
        if function is None:
            return functools.partial(self.check, **options)
        self.add(function, **options)
        return function


checks = Checks()


@checks.check
def checked():
    time.sleep(1)


@checks.check(threaded=True)
def checked_in_a_thread():
    open(__file__).close()


async def bad_partial():
    for check in checks.known.values():
        await check.run()
