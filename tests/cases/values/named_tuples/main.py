"""The items of a named tuple are its fields, in their order."""
import time
from typing import Any, Callable, NamedTuple


class Route(NamedTuple):
    name: str
    handler: Callable[[Any], Any]
    cheap: Callable[[Any], Any] = len


def nap(_x):
    time.sleep(0.01)


ROUTES = [Route("nap", nap)]


async def bad_unpacked():
    name, handler, cheap = ROUTES[0]
    handler(name)  # expect: AF101


async def bad_by_number():
    ROUTES[0][1]("x")  # expect: AF101


async def bad_in_loop():
    for _name, handler, _cheap in ROUTES:
        handler("x")  # expect: AF101


async def ok_unpacked():
    name, handler, cheap = ROUTES[0]
    cheap(name)
    ROUTES[0][2](name)
