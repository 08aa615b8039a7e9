"""Attributes that are set on functions, by decorators or later, and decide where they run."""

import asyncio
import time


def threaded(func):
    func.threaded = True
    return func


def mark(slow=False):
    def decorate(func):
        func.slow = slow
        return func

    return decorate


def note(func, noted=False):
    func.noted = noted
    return func


@threaded
def marked():
    time.sleep(0.01)


def unmarked():
    time.sleep(0.01)


def marked_later():
    time.sleep(0.01)


marked_later.threaded = True


@mark(slow=True)
def slow():
    time.sleep(0.01)


@mark()
def not_slow():
    time.sleep(0.01)


def noted():
    time.sleep(0.01)


note(noted, noted=True)

THREADED = {"a": marked, "b": marked_later}
MIXED = {"a": marked, "b": unmarked}
SLOW = {"a": slow}
NOT_SLOW = {"a": not_slow}
NOTED = {"a": noted}


async def ok_threaded():
    func = THREADED["ab"[0]]
    if getattr(func, "threaded", False):
        return await asyncio.to_thread(func)
    return func()


async def bad_mixed():
    for func in MIXED.values():
        if getattr(func, "threaded", False):
            await asyncio.to_thread(func)
        else:
            func()  # expect: AF101


async def ok_slow():
    func = SLOW["ab"[0]]
    if not func.slow:
        func()


async def bad_not_slow():
    func = NOT_SLOW["ab"[0]]
    if not func.slow:
        func()  # expect: AF101


async def bad_noted_by_a_call():
    for func in NOTED.values():
        if getattr(func, "noted", False):
            func()  # expect: AF101


class Service:
    @threaded
    def rpc_wait(self):
        time.sleep(0.01)

    def rpc_look(self):
        return 1


class Unmarked:
    def rpc_wait(self):
        time.sleep(0.01)


async def ok_method():
    target = getattr(Service(), f"rpc_{'wait'}")
    if getattr(target, "threaded", False):
        return await asyncio.to_thread(target)
    return target()


async def bad_method():
    target = getattr(Unmarked(), f"rpc_{'wait'}")
    if getattr(target, "threaded", False):
        return await asyncio.to_thread(target)
    return target()  # expect: AF101


def plain(func):
    return None if getattr(func, "threaded", False) else func()


async def ok_passed():
    plain(marked)


async def bad_passed():
    plain(unmarked)  # expect: AF101


MARK = "__quick__"


def quick(func):
    setattr(func, MARK, True)
    return func


@quick
def surely_quick():
    return 1


def not_quick():
    time.sleep(0.01)


async def run(func):
    if getattr(func, MARK, False):
        return func()
    return await asyncio.to_thread(func)


async def ok_by_constant():
    for func in (surely_quick, not_quick):
        await run(func)


@quick
def not_really_quick():
    time.sleep(0.01)


async def bad_by_constant():
    if hasattr(not_really_quick, MARK):
        not_really_quick()  # expect: AF101
