"""Coroutine functions that are handed to others, who call them with what they like, and one that is only called here."""
import time


async def work(slow):
    if slow:
        time.sleep(0.01)  # expect: AF101


async def renamed(slow):
    if slow:
        time.sleep(0.01)  # expect: AF101


async def only_here(slow):
    if slow:
        time.sleep(0.01)


def by_name(*functions):
    return {function.__name__: function for function in functions}


HANDLERS = by_name(work)
also = renamed


def named(*parts):
    return globals()["".join(parts)]


async def ok_called():
    await work(False)
    await renamed(False)
    await only_here(False)


async def ok_called_by_name():
    await HANDLERS["".join(("wo", "rk"))](True)
    await named("al", "so")(True)
