"""A default that is a blocking function."""
import time


def pause(action=time.sleep):
    action(1)


def nothing(seconds):
    return seconds


async def bad_default():
    pause()  # expect: AF101


async def ok_given():
    pause(nothing)
