"""Comparisons with constants: as tests, as arguments, and kept in locals before they are tested."""
import asyncio
import contextlib
import enum
import threading
import time

LOCK = threading.Lock()


def pause(delay):
    if delay > 0:
        time.sleep(0.01)


async def ok_none():
    pause(0)
    pause(-1.5)


async def bad_some():
    pause(2)  # expect: AF101


def limited(level):
    if 3 <= level:
        time.sleep(0.01)


async def ok_below():
    limited(2)


async def bad_at():
    limited(3)  # expect: AF101


def fetch(name):
    if "://" in name:
        time.sleep(0.01)
    return name


async def ok_local():
    fetch("data.csv")


async def bad_remote():
    fetch("ftp://data.csv")  # expect: AF101


def unless_in(name):
    if "tmp" not in name:
        time.sleep(0.01)


async def ok_in():
    unless_in("x.tmp")


async def bad_not_in():
    unless_in("x.csv")  # expect: AF101


class Mode(enum.Enum):
    SLOW = 1
    FAST = 2


def wait_if(wait):
    if wait:
        time.sleep(0.01)


def by_mode(mode):
    wait_if(mode == "slow")


def by_member(mode):
    wait_if(wait=mode is Mode.SLOW)


def by_presence(item):
    wait_if(item is not None)


def unless_big(size):
    wait_if(not size > 10)


async def ok_handed_on():
    by_mode("fast")
    by_member(Mode.FAST)
    by_presence(None)
    unless_big(11)


async def bad_handed_on():
    by_mode("slow")  # expect: AF101
    by_member(Mode.SLOW)  # expect: AF101
    by_presence("x")  # expect: AF101
    unless_big(10)  # expect: AF101


def by_local(level):
    loud = level >= 3
    quiet = not loud
    if quiet:
        return
    if loud:
        time.sleep(0.01)


async def ok_by_local():
    by_local(1)


async def bad_by_local():
    by_local(3)  # expect: AF101


def take(fast):
    with contextlib.nullcontext() if fast else LOCK:
        pass


async def ok_unlocked():
    take(True)


async def bad_locked():
    take(False)  # expect: AF107


class Mail:
    pass


class Express(Mail):
    pass


class Note:
    pass


def exact(item):
    if type(item) is Mail:
        time.sleep(0.01)


async def ok_not_exactly():
    exact(Express())
    exact(Note())


async def bad_exactly():
    exact(Mail())  # expect: AF101


def unless_exact(item):
    if type(item) != Express:
        time.sleep(0.01)


async def ok_exact():
    unless_exact(Express())


async def bad_not_exact():
    unless_exact(Mail())  # expect: AF101


def of_class(cls):
    if issubclass(cls, Mail):
        time.sleep(0.01)


async def ok_other_class():
    of_class(Note)


async def bad_heir():
    of_class(Express)  # expect: AF101
