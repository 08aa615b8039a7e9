"""What a function gives each time, compared with a constant."""
import time


def three():
    return 3


def no():
    return False


def nothing():
    return None


async def bad_compared():
    if three() == 3:
        time.sleep(0.01)  # expect: AF101
    if no() == False:  # noqa: E712
        time.sleep(0.01)  # expect: AF101
    if no() is False:
        time.sleep(0.01)  # expect: AF101
    if nothing() is None:
        time.sleep(0.01)  # expect: AF101


async def ok_compared():
    if three() == 4:
        time.sleep(0.01)
    if no() is True:
        time.sleep(0.01)
    if nothing() is not None:
        time.sleep(0.01)
