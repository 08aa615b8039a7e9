"""Operators that a class defines."""
import time


class Number:
    def __add__(self, other):
        time.sleep(1)
        return self


async def bad_add():
    return Number() + 1  # expect: AF101
