"""Imports inside functions."""


async def bad_inside():
    import time

    time.sleep(1)  # expect: AF101


async def bad_inside_helper():
    helper()  # expect: AF101


def helper():
    from time import sleep

    sleep(1)
