"""Switches of the program that are never thrown: what stands under them does not run; a switch that may be thrown counts."""
import time

import flags
from flags import DEBUG, MODE

TRACE = False


class Runner:
    debug = False
    verbose = False

    def __init__(self, wait=False):
        self.wait = wait
        self.off = False
        self.thrown = False

    def throw(self):
        self.thrown = True

    def helper(self):
        if self.debug:
            time.sleep(0.01)

    async def by_class(self):
        if self.debug or self.off:
            self.helper()
        self.helper()

    async def by_heir(self):
        if self.verbose:
            time.sleep(0.01)  # expect: AF101

    async def by_argument(self):
        if self.wait:
            time.sleep(0.01)  # expect: AF101

    async def by_method(self):
        if self.thrown:
            time.sleep(0.01)  # expect: AF101


class Loud(Runner):
    verbose = True


def throw():
    flags.SET_FROM_OUTSIDE = True
    setattr(flags, "SET_BY_NAME", True)


async def bad_switches():
    throw()
    flags.be_late()
    if flags.LATE:
        time.sleep(0.01)  # expect: AF101
    if flags.SET_FROM_OUTSIDE:
        time.sleep(0.01)  # expect: AF101
    if flags.SET_BY_NAME:
        time.sleep(0.01)  # expect: AF101
    if MODE == "async":
        time.sleep(0.01)  # expect: AF101
    if not DEBUG:
        time.sleep(0.01)  # expect: AF101


async def bad_runners():
    await Loud().by_heir()
    await Runner(True).by_argument()
    runner = Runner()
    runner.throw()
    await runner.by_method()


async def bad_either(wait=True):
    if wait or DEBUG:
        time.sleep(0.01)  # expect: AF101


async def ok_switches():
    if DEBUG:
        time.sleep(0.01)
    if flags.DEBUG and flags.LATE:
        time.sleep(0.01)
    if TRACE:
        time.sleep(0.01)
    if MODE == "sync":
        time.sleep(0.01)
    while flags.DEBUG:
        time.sleep(0.01)


async def ok_left():
    if not DEBUG:
        return
    time.sleep(0.01)


async def ok_class():
    await Runner().by_class()


async def bad_members():
    match flags.LEVEL:
        case flags.Level.HIGH:
            time.sleep(0.01)
        case flags.Level.LOW:
            time.sleep(0.01)  # expect: AF101
    if flags.LEVEL is flags.Level.LOW:
        time.sleep(0.01)  # expect: AF101


async def ok_members():
    if flags.LEVEL == flags.Level.HIGH:
        time.sleep(0.01)
    if flags.LEVEL in (flags.Level.HIGH,):
        time.sleep(0.01)
