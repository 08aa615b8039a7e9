"""What a lambda or an inner function has captured is told apart by who calls the function around it."""
import time


class Slow:
    def go(self):
        time.sleep(0.01)


class Quick:
    def go(self):
        return 1


def attempt(function, *args):
    return function(*args)


def by_lambda(item):
    return attempt(lambda: item.go())


def by_inner(item):
    def inner(times):
        for _ in range(times):
            item.go()

    return attempt(inner, 2)


def by_two(item):
    return attempt(lambda: attempt(lambda: item.go()))


def by_flag(item, wait=False):
    def inner():
        if wait:
            time.sleep(0.01)
        return item

    return attempt(inner)


def by_default(item):
    return attempt(lambda one=item: one.go())


def pausing(times=1, pause=True):
    def decorator(function):
        def wrapper(*args):
            for _ in range(times):
                if pause:
                    time.sleep(0.01)
            return function(*args)

        return wrapper

    return decorator


@pausing(pause=False)
def quick(number):
    return number


@pausing()
def slow(number):
    return number


def waiting(seconds=0):
    def decorator(function):
        async def wrapper(*args):
            if seconds:
                time.sleep(seconds)  # expect: AF101
            return function(*args)

        return wrapper

    return decorator


@waiting()
def at_once(number):
    return number


@waiting(0.01)
def later(number):
    return number


async def ok_lambda():
    by_lambda(Quick())
    by_two(Quick())


async def ok_inner():
    by_inner(Quick())
    by_flag(1)
    by_flag(1, wait=False)


async def ok_decorated():
    quick(1)


async def ok_awaited():
    await at_once(1)


async def bad_lambda():
    by_lambda(Slow())  # expect: AF101
    by_two(Slow())  # expect: AF101
    by_default(Slow())  # expect: AF101


async def bad_inner():
    by_inner(Slow())  # expect: AF101
    by_flag(1, wait=True)  # expect: AF101


async def bad_decorated():
    slow(1)  # expect: AF101


async def bad_awaited():
    await later(1)
