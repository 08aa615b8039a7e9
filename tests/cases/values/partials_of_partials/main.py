"""Partial functions that are given more, one in another, and an attribute that collects them."""
import asyncio
import functools
import time


class Call:
    def __init__(self, function):
        self.wrapped = function

    def bind(self, value):
        copy = Call(None)
        copy.wrapped = functools.partial(self.wrapped, value)
        return copy

    def __call__(self, *given):
        return self.wrapped(*given)


def work(*given):
    time.sleep(0.01)


def pause(seconds, times=1):
    time.sleep(seconds * times)


def label(*given):
    return given


def fetch(first, second, third=None):
    return third() if third else first


async def bad_bound():
    call = Call(work)
    call.bind(1)
    call()  # expect: AF101


async def bad_more_given():
    once = functools.partial(pause, 0.01)
    twice = functools.partial(once, times=2)
    twice()  # expect: AF101
    functools.partial(functools.partial(fetch, 1), 2)(functools.partial(work, 1))  # expect: AF101


async def ok_more_given():
    functools.partial(functools.partial(label, 1), 2)()
    functools.partial(functools.partial(fetch, 1), 2)()
    await asyncio.to_thread(functools.partial(functools.partial(work, 1), 2))
