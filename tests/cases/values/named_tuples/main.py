"""The items of a named tuple are its fields, in their order."""
import time
from collections import namedtuple
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


Step = namedtuple("Step", "run weight")
Typed = NamedTuple("Typed", [("run", Callable), ("weight", int)])
Optional = namedtuple("Optional", ["run", "after"], defaults=[nap])


class Timed(namedtuple("Timed", "run, weight")):
    def go(self):
        return self.run(self.weight)


STEPS = [Step(nap, 1), Step(len, "x")]


async def bad_made():
    for step in STEPS:
        step.run("x")  # expect: AF101


async def bad_made_and_unpacked():
    run, weight = STEPS[0]
    run(weight)  # expect: AF101


async def ok_made_and_unpacked():
    run, weight = Step(len, "x")
    run(weight)


async def bad_typed():
    Typed(nap, 1).run("x")  # expect: AF101


async def ok_typed():
    Typed(len, 1).run("x")


async def bad_by_default():
    Optional(len).after("x")  # expect: AF101
    Optional(len).run("x")
    Optional(len, len).after("x")


async def bad_derived():
    Timed(nap, 1).go()  # expect: AF101


async def ok_derived():
    Timed(str, 1).go()
