"""Decorators of classes that put a function of their own in the place of a method."""
import functools
import time


def throttled(cls):
    original = cls.update

    def update(self, *args):
        time.sleep(0.01)
        return original(self, *args)

    cls.update = update
    return cls


def slowed(function):
    @functools.wraps(function)
    def inner(*args):
        time.sleep(0.01)
        return function(*args)

    return inner


def slow_update(cls):
    cls.update = slowed(cls.update)
    return cls


def throttled_by(seconds):
    def decorate(cls):
        original = cls.update

        def wrapper(self, *args):
            time.sleep(seconds)
            return original(self, *args)

        cls.update = wrapper
        return cls

    return decorate


@throttled
class Account:
    def update(self, amount):
        return amount


@slow_update
class Balance:
    def update(self, amount):
        return amount


@throttled_by(0.01)
class Ledger:
    def update(self, amount):
        return amount


class Plain:
    def update(self, amount):
        return amount


async def bad_wrapped():
    Account().update(1)  # expect: AF101


async def bad_by_another_decorator():
    Balance().update(1)  # expect: AF101


async def bad_with_arguments():
    Ledger().update(1)  # expect: AF101


async def ok_not_decorated():
    Plain().update(1)
