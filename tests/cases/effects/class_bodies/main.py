"""The body of a class runs where the class stands, its methods where they are called."""
import time


def load():
    time.sleep(0.01)
    return 1


def load_with(delay):
    time.sleep(delay)


class Top:
    value = load()


def make():
    class Made:
        value = load()

    return Made


def make_later():
    def inner():
        class Made:
            value = load()

        return Made

    return inner


async def bad_local():
    class Local:  # expect: AF101
        value = load()

    return Local


async def bad_nested():
    class Outer:  # expect: AF101
        class Inner:
            value = load()

    return Outer


async def bad_made():
    return make()  # expect: AF101


async def bad_captured(delay: float = 0.01):
    class Local:  # expect: AF101
        value = load_with(delay)

    return Local


async def ok_methods():
    class Local:
        value = 1

        def read(self):
            return load()

    return Local()


async def ok_later():
    return make_later(), Top
