"""Branches that a constant of the module keeps control from, and such as something may set."""
import time

DEBUG = False
VERBOSE = False
LEVEL = "quick"
LATER = False
UNKNOWN = bool(time.time())


def set_later():
    global LATER
    LATER = True


async def ok_switched_off():
    if DEBUG:
        time.sleep(0.01)
    if not DEBUG:
        return 1
    time.sleep(0.01)


async def ok_other_level():
    if LEVEL == "slow":
        time.sleep(0.01)
    if LEVEL != "quick":
        time.sleep(0.01)
    if DEBUG and VERBOSE:
        time.sleep(0.01)


async def bad_switched_on():
    if not DEBUG:
        time.sleep(0.01)  # expect: AF101
    if LEVEL == "quick":
        time.sleep(0.01)  # expect: AF101


async def bad_set_later():
    set_later()
    if LATER:
        time.sleep(0.01)  # expect: AF101


async def bad_unknown():
    if UNKNOWN:
        time.sleep(0.01)  # expect: AF101
