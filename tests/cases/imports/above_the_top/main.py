"""Imports that lead above the top of the program bind nothing, and stand in nobody's way."""
from service import clock


async def bad_pause():
    clock.pause(0.01)  # expect: AF101


async def bad_wait():
    clock.wait()  # expect: AF101


async def ok_unbound():
    return clock.time
