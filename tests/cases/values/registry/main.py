"""Handlers that a decorator registers."""
import time

HANDLERS = {}


def register(name):
    def keep(function):
        HANDLERS[name] = function
        return function

    return keep


@register("slow")
def slow():
    time.sleep(1)


async def bad_dispatch(name="slow"):
    HANDLERS[name]()  # expect: AF101
