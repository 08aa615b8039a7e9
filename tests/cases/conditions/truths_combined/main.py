"""Flags that are put together of others: `not`, `and`, `or`, and comparisons of them."""
import time

NEVER = False
ALWAYS = True
MODE = "quick"


def pause(wait):
    if wait:
        time.sleep(0.01)


def either(wait, force):
    if wait or force:
        time.sleep(0.01)


def both(wait, force):
    if wait and force:
        time.sleep(0.01)


def unless(quick):
    if not quick:
        time.sleep(0.01)


def in_mode(mode):
    if mode != "quick":
        time.sleep(0.01)


def one_of(mode):
    if mode in ("slow", "slower"):
        time.sleep(0.01)


async def bad_not():
    pause(not NEVER)  # expect: AF101
    unless(NEVER)  # expect: AF101
    unless(not ALWAYS)  # expect: AF101


async def bad_either():
    either(NEVER, ALWAYS)  # expect: AF101
    either(wait=ALWAYS, force=NEVER)  # expect: AF101
    pause(NEVER or ALWAYS)  # expect: AF101


async def bad_both():
    both(ALWAYS, ALWAYS)  # expect: AF101
    pause(ALWAYS and not NEVER)  # expect: AF101


async def bad_mode():
    in_mode("slow")  # expect: AF101
    one_of("slower")  # expect: AF101


async def ok_not():
    pause(not ALWAYS)
    unless(ALWAYS)
    unless(not NEVER)


async def ok_either():
    pause(NEVER or not ALWAYS)


async def ok_both():
    both(ALWAYS, NEVER)
    both(NEVER, ALWAYS)
    pause(ALWAYS and NEVER)


async def ok_mode():
    in_mode(MODE)
    one_of(MODE)
    one_of("quick")
