"""`match` of several things at once: each asks something of its own."""

import time


class Quick:
    pass


class Slow:
    pass


def both(kind, urgent):
    match kind, urgent:
        case "disk", True:
            time.sleep(0.01)
        case _:
            pass


def one_fails(kind, urgent):
    match (kind, urgent):
        case ("memory", _):
            return
        case (_, True):
            time.sleep(0.01)


def by_class(job, name):
    match job, name:
        case Slow(), str():
            time.sleep(0.01)
        case Quick(), _:
            pass


def guarded(kind, urgent, ready):
    match kind, urgent:
        case "memory", _ if ready:
            return
        case _, True:
            time.sleep(0.01)


def either(kind, urgent):
    match kind, urgent:
        case ("disk", _) | (_, True):
            time.sleep(0.01)


def rest(kind, *others):
    match kind, *others:
        case "disk", *_:
            time.sleep(0.01)


async def bad_both():
    both("disk", True)  # expect: AF101


async def bad_one_fails():
    one_fails("disk", True)  # expect: AF101


async def bad_by_class():
    by_class(Slow(), "a")  # expect: AF101


async def bad_guarded():
    guarded("memory", True, False)  # expect: AF101


async def bad_either():
    either("memory", True)  # expect: AF101


async def bad_rest():
    rest("disk", 1)  # expect: AF101


async def ok_others():
    both("disk", False)
    both("memory", True)
    one_fails("memory", True)
    one_fails("disk", False)
    by_class(Quick(), "a")
