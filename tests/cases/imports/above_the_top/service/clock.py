"""Runs as a part of a larger package too, which has a better clock."""
import time

try:
    from ...vendored.clock import pause
except ImportError:
    pause = time.sleep

try:
    from ...vendored import *
except ImportError:
    pass


def wait():
    time.sleep(0.01)
