"""A default in the place of what is not given plays no part where something is: `t or Slow()`, `if t is None`."""
import time
from typing import Optional

import requests


class Slow:
    def send(self):
        time.sleep(0.01)


class Fake:
    def send(self):
        return 1


class ByOr:
    def __init__(self, t=None):
        self.t = t or Slow()

    def go(self):
        self.t.send()

    async def method(self):
        self.t.send()  # expect: AF101


class ByCondition:
    def __init__(self, t: Optional[Slow] = None) -> None:
        self.t = t if t is not None else Slow()

    def go(self):
        self.t.send()


class ByStatement:
    def __init__(self, t=None):
        if t is None:
            t = Slow()
        self._t = t

    def go(self):
        self._go()

    def _go(self):
        self._t.send()


class FakeByDefault:
    def __init__(self, t=None):
        self.t = Fake() if t is None else t

    def go(self):
        self.t.send()


def by_or(t=None):
    t = t or Slow()
    t.send()


def by_statement(t=None):
    if not t:
        t = Slow()
    return t.send()


def sleeper(wait=None):
    wait = wait or time.sleep
    wait(0.01)


def by_flag(flag, t=None):
    t = t if flag else Slow()
    t.send()


async def bad_class():
    ByOr().go()  # expect: AF101
    ByCondition().go()  # expect: AF101
    ByStatement().go()  # expect: AF101


async def bad_method():
    await ByOr().method()


async def bad_none():
    ByStatement(None).go()  # expect: AF101


async def bad_given():
    ByOr(t=Slow()).go()  # expect: AF101
    FakeByDefault(Slow()).go()  # expect: AF101


async def bad_function():
    by_or()  # expect: AF101
    by_statement()  # expect: AF101
    sleeper()  # expect: AF101


async def bad_given_to_function():
    by_or(Slow())  # expect: AF101


async def bad_unknown(t=Slow()):
    ByOr(t).go()  # expect: AF101
    by_or(t)  # expect: AF101


async def bad_other_test():
    by_flag(False, Fake())  # expect: AF101


async def ok_class():
    ByOr(Fake()).go()
    ByCondition(Fake()).go()
    ByStatement(Fake()).go()
    FakeByDefault().go()


async def ok_function():
    by_or(Fake())
    by_statement(Fake())
    sleeper(print)


class OfLibrary:
    def __init__(self, t=None):
        self.t = t or Slow()

    def go(self):
        self.t.close()


class Empty:
    def __init__(self, t=None):
        self.t = t or [Slow()]

    def go(self):
        for one in self.t:
            one.send()


async def ok_of_a_library():
    OfLibrary(requests.Session()).go()


async def bad_empty():
    Empty([]).go()  # expect: AF101
