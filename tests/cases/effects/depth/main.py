"""Any number of helpers in between."""
import time


def one():
    two()


def two():
    three()


def three():
    four()


def four():
    five()


def five():
    time.sleep(1)


async def bad_deep():
    one()  # expect: AF101
