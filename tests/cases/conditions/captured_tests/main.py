"""Closures that test what the function around them was given, or what it worked out."""
import time


def by_parameter(wait):
    def run():
        if wait:
            time.sleep(0.01)

    return run


def by_local(count):
    wait = count > 1

    def run():
        if wait:
            time.sleep(0.01)

    return run


def by_rebound(wait):
    wait = not wait

    def run():
        if wait:
            time.sleep(0.01)

    return run


def by_changed(wait):
    def change():
        nonlocal wait
        wait = True

    def run():
        change()
        if wait:
            time.sleep(0.01)

    return run


def twice_nested(wait):
    def outer():
        def inner():
            if wait:
                time.sleep(0.01)

        inner()

    return outer


async def bad_parameter():
    by_parameter(True)()  # expect: AF101


async def bad_local():
    by_local(2)()  # expect: AF101


async def bad_rebound():
    by_rebound(False)()  # expect: AF101


async def bad_changed():
    by_changed(False)()  # expect: AF101


async def bad_nested():
    twice_nested(True)()  # expect: AF101


async def ok_parameter():
    by_parameter(False)()


async def ok_nested():
    twice_nested(False)()
