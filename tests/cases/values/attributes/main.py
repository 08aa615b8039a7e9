"""Callables kept in attributes."""
import time


class Runner:
    def __init__(self, action):
        self.action = action

    def run(self):
        return self.action(1)


def nothing(seconds):
    return seconds


async def bad_kept():
    Runner(time.sleep).run()  # expect: AF101


async def ok_kept():
    Runner(nothing).run()
