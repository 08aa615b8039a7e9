"""An unknown decorator is taken to be transparent."""
import time

from somewhere import traced

NO_ORACLE = "imports a library that does not exist"


@traced
def slow():
    time.sleep(1)


@traced("name")
def also_slow():
    time.sleep(1)


async def bad_unknown():
    slow()  # expect: AF101


async def bad_unknown_call():
    also_slow()  # expect: AF101
