"""What stands after a call that never returns is never run."""
import os
import sys
import time
from sys import exit as leave


async def ok_left():
    sys.exit(1)
    time.sleep(0.01)


async def ok_left_by_another_name():
    leave(1)
    time.sleep(0.01)


async def ok_aborted(broken):
    os.abort()
    time.sleep(0.01)


async def bad_maybe_left(broken=False):
    if broken:
        sys.exit(1)
    time.sleep(0.01)  # expect: AF101


async def bad_caught():
    try:
        sys.exit(1)
    except SystemExit:
        time.sleep(0.01)  # expect: AF101


ORACLE = [bad_maybe_left, bad_caught]
