"""Marks that a decorator leaves by way of a function that it hands on to, or that it makes: `return mark(fn)`."""
import asyncio
import time


def tool(fn=None, *, background=False):
    def mark(f):
        f.background = background
        f.is_tool = True
        return f

    return mark(fn) if fn is not None else mark


def exposed(fn):
    fn.exposed = True
    return fn


def in_thread(fn):
    fn.threaded = True
    return exposed(fn)


class Tools:
    @tool
    def list(self):
        time.sleep(0.01)

    @tool(background=True)
    def fetch(self):
        time.sleep(0.01)

    def other(self):
        time.sleep(0.01)


class Service:
    @exposed
    def read(self):
        time.sleep(0.01)

    @in_thread
    def slow(self):
        time.sleep(0.01)


def toolset(*groups):
    found = {}
    for group in groups:
        for attr in dir(group):
            method = getattr(group, attr)
            if getattr(method, "is_tool", False):
                found[attr] = method
    return found


async def bad_call(fn=int):
    if getattr(fn, "background", False):
        return await asyncio.to_thread(fn)
    return fn()  # expect: AF101


async def bad_tools():
    for fn in toolset(Tools()).values():
        await bad_call(fn)


def methods(s):
    return [getattr(s, n) for n in dir(s) if getattr(getattr(s, n), "exposed", False)]


async def bad_asked(fn=int):
    if getattr(fn, "threaded", False):
        return await asyncio.to_thread(fn)
    return fn()  # expect: AF101


async def bad_methods():
    for fn in methods(Service()):
        await bad_asked(fn)
