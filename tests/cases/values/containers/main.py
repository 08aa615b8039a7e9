"""Callables kept in dicts and lists."""
import time


def nothing():
    return None


def slow():
    time.sleep(1)


HANDLERS = {"slow": slow, "fast": nothing}
STEPS = [nothing, slow]
HARMLESS = {"fast": nothing}


async def bad_dict(name="slow"):
    HANDLERS[name]()  # expect: AF101


async def bad_get(name="slow"):
    HANDLERS.get(name)()  # expect: AF101


async def bad_list():
    for step in STEPS:
        step()  # expect: AF101


async def ok_dict(name="fast"):
    HARMLESS[name]()
