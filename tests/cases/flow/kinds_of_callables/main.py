"""Tests for coroutine functions of partial functions, of objects that can be called, and of one of two."""
import functools
import inspect
import sys
import time


class Slow:
    def __call__(self):
        time.sleep(0.01)


def nap():
    time.sleep(0.01)


async def anap():
    return None


def call_if_coroutine(function):
    if inspect.iscoroutinefunction(function):
        return function()
    return None


def call_unless_coroutine(function):
    if not inspect.iscoroutinefunction(function):
        return function()
    return None


async def ok_plain():
    call_if_coroutine(nap)
    call_if_coroutine(Slow())
    call_if_coroutine(functools.partial(nap))
    call_if_coroutine(None)
    call_if_coroutine(sys)


async def bad_plain():
    call_unless_coroutine(nap)  # expect: AF101


async def bad_object():
    call_unless_coroutine(Slow())  # expect: AF101


async def bad_partial():
    call_unless_coroutine(functools.partial(nap))  # expect: AF101


async def bad_one_of_two():
    call_unless_coroutine(functools.partial(anap if len(sys.argv) > 1000 else nap))  # expect: AF101


async def ok_coroutine():
    call_unless_coroutine(anap)
    call_unless_coroutine(functools.partial(anap))
