"""What wrappers hand on by `*args` and `**kwargs` comes to the parameter that it is meant for, or is left out."""
import asyncio
import functools
import time


def logged(fn):
    @functools.wraps(fn)
    def wrapper(*a, **k):
        return fn(*a, **k)
    return wrapper


@logged
def fetch(x, wait=False):
    if wait:
        time.sleep(0.01)


def plain(x, wait=False):
    if wait:
        time.sleep(0.01)


def forward(*args, **kwargs):
    return plain(*args, **kwargs)


def forward_keywords(**kwargs):
    return plain(1, **kwargs)


class Base:
    def __init__(self, wait=False):
        self.wait = wait
    def go(self):
        if self.wait:
            time.sleep(0.01)


class Child(Base):
    def __init__(self, name, **kwargs):
        super().__init__(**kwargs)
        self.name = name


async def ok1():
    fetch(1)


async def ok2():
    fetch(1, wait=False)


async def ok3():
    forward(1)


async def ok4():
    forward_keywords()


async def ok5():
    forward_keywords(wait=False)


async def ok6():
    Child("x").go()


async def ok7():
    Child("x", wait=False).go()


async def bad1():
    fetch(1, wait=True)  # expect: AF101


async def bad2():
    forward(1, wait=True)  # expect: AF101


async def bad3():
    forward_keywords(wait=True)  # expect: AF101


async def bad4():
    Child("x", wait=True).go()  # expect: AF101


async def bad5():
    fetch(1, True)  # expect: AF101


def retry(times=3):
    def logged(fn):
        @functools.wraps(fn)
        def wrapper(self, *args, **kwargs):
            for _ in range(times):
                return fn(self, *args, **kwargs)
        return wrapper
    return logged


class Store:
    @retry()
    def load(self, key, refresh=False, on_miss=None):
        if refresh:
            time.sleep(0.01)
        if on_miss:
            on_miss(key)


def slow(key):
    time.sleep(0.01)


def quick(key):
    return key


async def ok_m1():
    Store().load("k")


async def ok_m2():
    Store().load("k", False)


async def ok_m3():
    Store().load("k", on_miss=quick)


async def bad_m1():
    Store().load("k", True)  # expect: AF101


async def bad_m2():
    Store().load("k", refresh=True)  # expect: AF101


async def bad_m3():
    Store().load("k", on_miss=slow)  # expect: AF101


async def bad_m4():
    Store().load("k", False, slow)  # expect: AF101


def forward_twice(*a, **k):
    return forward(*a, **k)


async def ok_two():
    forward_twice(1)
    forward_twice(1, wait=False)
    forward_twice(1, False)


async def bad_two():
    forward_twice(1, True)  # expect: AF101


async def bad_two2():
    forward_twice(1, wait=True)  # expect: AF101


def without_first(first, *a, **k):
    return plain(*a, **k)


async def ok_without_first():
    without_first(True, 1)


async def bad_without_first():
    without_first(1, 1, True)  # expect: AF101


def without_two(first, *a, **k):
    return without_first(*a, **k)


async def bad_without_two():
    without_two(1, 1, 1, True)  # expect: AF101


def with_another(**k):
    return plain(1, **{**k, "wait": True})


async def bad_unknown():
    with_another()  # expect: AF101


def with_default(**k):
    k.setdefault("wait", True)
    return plain(1, **k)


async def bad_with_default():
    with_default()  # expect: AF101


def timed(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)  # expect: AF101

    return wrapper


@timed
def tick(number, wait=False):
    if wait:
        time.sleep(0.01)


async def bad_scheduled():
    asyncio.get_running_loop().call_soon(tick, 1, True)
    await asyncio.sleep(0.05)


def with_one_before(*args):
    args = (1,) + args
    return plain(*args)


async def bad_with_one_before():
    with_one_before(True)  # expect: AF101


def by_partial(*args, **kwargs):
    return functools.partial(plain, *args, **kwargs)()


async def bad_by_partial():
    by_partial(1, True)  # expect: AF101
    by_partial(1, wait=True)  # expect: AF101


async def ok_by_partial():
    by_partial(1)


def by_lambda(*args, **kwargs):
    return (lambda: plain(*args, **kwargs))()


def by_inner(*args, **kwargs):
    def inner():
        return plain(*args, **kwargs)

    return inner()


async def ok_within():
    by_lambda(1)
    by_inner(1)


async def bad_within():
    by_lambda(1, True)  # expect: AF101
    by_inner(1, wait=True)  # expect: AF101


def read():
    return (1, True)


async def bad_read():
    plain(*read())  # expect: AF101


async def main():
    await ok1()
    await ok2()
    await ok3()
    await ok4()
    await ok5()
    await ok6()
    await ok7()
    await bad1()
    await bad2()
    await bad3()
    await bad4()
    await bad5()
    await ok_m1()
    await ok_m2()
    await ok_m3()
    await bad_m1()
    await bad_m2()
    await bad_m3()
    await bad_m4()
    await ok_two()
    await bad_two()
    await bad_two2()
    await ok_without_first()
    await bad_without_first()
    await bad_without_two()
    await bad_unknown()
    await bad_with_default()
    await bad_scheduled()
    await bad_with_one_before()
    await bad_by_partial()
    await ok_by_partial()
    await ok_within()
    await bad_within()
    await bad_read()


asyncio.run(main())
