"""In a handler, every binding of the `try` body may be the last."""
import time


def nothing(seconds):
    return seconds


async def bad_handler():
    action = nothing
    try:
        action = time.sleep
        raise ValueError
    except ValueError:
        action(1)  # expect: AF101


async def ok_else():
    try:
        action = nothing
    except ValueError:
        action = time.sleep
        raise
    else:
        action(1)


async def bad_finally():
    try:
        return 1
    finally:
        time.sleep(1)  # expect: AF101
