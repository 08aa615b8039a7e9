"""A conditional expression gives either callable."""
import time


def nothing(seconds):
    return seconds


async def bad_conditional(flag=True):
    action = time.sleep if flag else nothing
    action(1)  # expect: AF101


async def bad_or(action=None):
    (action or time.sleep)(1)  # expect: AF101
