"""`sleep(0)` only yields."""
import time


async def ok_zero():
    time.sleep(0)


async def bad_one():
    time.sleep(1)  # expect: AF101
