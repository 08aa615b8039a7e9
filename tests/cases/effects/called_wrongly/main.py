"""What cannot be called tells nothing; what stands beside it does.

NO_ORACLE: Python refuses these calls.
"""
import math
import time


def pause():
    time.sleep(0.01)


async def later():
    return pause


def made():
    yield pause


class Base:
    def run(self):
        return 1


class Heir(Base):
    def run(self):
        return super()()


async def bad_beside(action=None):
    chosen = 3
    if action:
        chosen = pause
    chosen()  # expect: AF101


async def ok_called():
    math().run()
    "text"().strip()
    None().run()
    made()().run()
    later()().run()
    Heir().run().run()
    (1, 2)().run()
    [pause]()[0]()
    {"a": pause}()["a"]()
    Base()().run()
    super()().run()
    (await later)().run()
    (lambda: None)()().run()


async def bad_after():
    math()
    pause()  # expect: AF101
