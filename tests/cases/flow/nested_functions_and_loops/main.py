"""A closure over a loop's variable."""
import time


def nothing(seconds):
    return seconds


async def bad_loop():
    for action in (nothing, time.sleep):
        action(1)  # expect: AF101
