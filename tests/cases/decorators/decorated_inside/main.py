"""A decorator in a coroutine's body runs there."""
import time

ORACLE_FROM = (3, 11)  # before that, a decorator's line is the function's


def slowly(function):
    time.sleep(0.01)
    return function


def plainly(function):
    return function


def named(name):
    def decorate(function):
        time.sleep(0.01)
        return function

    return decorate


async def bad_decorated():
    @slowly  # expect: AF101
    def inner():
        return 1

    return inner()


async def bad_with_name():
    @named("x")  # expect: AF101
    def inner():
        return 1

    return inner()


async def ok_decorated():
    @plainly
    def inner():
        return 1

    return inner()
