"""What a closure captured decides what it runs."""
import time


def nothing(seconds):
    return seconds


def repeater(action):
    def repeat():
        action(1)
        action(2)

    return repeat


async def bad_closure():
    repeater(time.sleep)()  # expect: AF101


async def ok_closure():
    repeater(nothing)()
