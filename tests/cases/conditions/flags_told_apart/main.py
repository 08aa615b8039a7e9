"""Flags that decide, wherever they are kept: in decorators, generators, configurations, classes, and what they choose."""
import asyncio
import enum
import functools
import time
from contextlib import contextmanager
from dataclasses import dataclass

class Retry:
    def __init__(self, pause=True):
        self.pause = pause
    def __call__(self, fn):
        def wrapper(*a, **k):
            if self.pause:
                time.sleep(0.01)
            return fn(*a, **k)
        return wrapper
@Retry(pause=False)
def r_quick(): return 1
@Retry()
def r_slow(): return 1


async def ok_1():
    r_quick()


async def bad_1():
    r_slow()  # expect: AF101

def opt(fn=None, *, pause=False):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k):
            if pause:
                time.sleep(0.01)
            return f(*a, **k)
        return w
    return deco(fn) if fn is not None else deco
@opt
def o_quick(): return 1
@opt(pause=True)
def o_slow(): return 1


async def ok_2():
    o_quick()


async def bad_2():
    o_slow()  # expect: AF101

@contextmanager
def timed(wait=False):
    if wait:
        time.sleep(0.01)
    yield
async def ok_3():
    with timed():
        pass
async def bad_3():
    with timed(wait=True):  # expect: AF101
        pass

@dataclass
class Cfg:
    wait: bool = False
    name: str = "x"
def work(cfg):
    if cfg.wait:
        time.sleep(0.01)


async def ok_4():
    work(Cfg())


async def bad_4():
    work(Cfg(wait=True))  # expect: AF101

class Mode(enum.Enum):
    FAST = 1
    SLOW = 2
def run(mode):
    if mode is Mode.SLOW:
        time.sleep(0.01)


async def ok_5():
    run(Mode.FAST)


async def bad_5():
    run(Mode.SLOW)  # expect: AF101

def slow(): time.sleep(0.01)
def quick(): return 1
TABLE = {"a": lambda: quick(), "b": lambda: slow()}
def pick(key): return TABLE[key]()


async def ok_7():
    pick("a")


async def bad_7():
    pick("b")  # expect: AF101

class Base:
    blocking = False
    def go(self):
        if self.blocking:
            time.sleep(0.01)
class Child(Base):
    blocking = True


async def ok_8():
    Base().go()


async def bad_8():
    Child().go()  # expect: AF101

class Svc:
    def __init__(self, cfg: Cfg):
        self.cfg = cfg
    def go(self):
        if self.cfg.wait:
            time.sleep(0.01)


async def ok_10():
    Svc(Cfg()).go()


async def bad_10():
    Svc(Cfg(wait=True)).go()  # expect: AF101

def stage(items, slow_=False):
    for i in items:
        if slow_:
            time.sleep(0.01)
        yield i
async def ok_11():
    for x in stage([1]):
        pass
async def bad_11():
    for x in stage([1], slow_=True):  # expect: AF101
        pass

def maybe(flag):
    return slow if flag else quick


async def ok_12():
    maybe(False)()


async def bad_12():
    maybe(True)()  # expect: AF101

def log(msg, sync=False):
    flush(sync=sync)
def flush(sync):
    if sync: time.sleep(0.01)


async def ok_14():
    log("x")


async def bad_14():
    log("x", sync=True)  # expect: AF101

def failing():
    raise ValueError


def retry(fn, attempts=3, delay=0):
    for i in range(attempts):
        try:
            return fn()
        except ValueError:
            if delay > 0:
                time.sleep(delay)


async def ok_15():
    retry(quick)


async def bad_15():
    retry(failing, delay=0.001)  # expect: AF101
def retry2(fn, delay=None):
    try: return fn()
    except ValueError:
        if delay: time.sleep(delay)


async def ok_16():
    retry2(quick)


async def bad_16():
    retry2(failing, delay=0.001)  # expect: AF101


class Job:
    def __init__(self, function, threaded):
        self.function = function
        self.threaded = threaded

    async def run(self):
        if self.threaded:
            await asyncio.to_thread(self.function)
        else:
            self.function()


async def ok_13():
    await Job(slow, True).run()
    await Job(quick, False).run()


class Task:
    def __init__(self, function, threaded=True):
        self.function = function
        self.threaded = threaded

    async def perform(self):
        if self.threaded:
            await asyncio.to_thread(self.function)
        else:
            self.function()  # expect: AF101


async def bad_13():
    await Task(slow).perform()
    await Task(slow, threaded=False).perform()
