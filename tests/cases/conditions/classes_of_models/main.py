"""Tests of a class whose base is a library's: none of the library derives from the program's own classes."""

import time
from typing import Any

from pydantic import BaseModel

NO_ORACLE = "needs the library"


class Event(BaseModel):
    name: str = ""


class Chunk(Event):
    pass


class Failure(Event):
    pass


class Bus:
    def emit(self, source: Any, event: Event) -> None:
        kind = type(event)
        if kind is Chunk:
            time.sleep(0.05)

    def send(self, event: Event) -> None:
        if isinstance(event, Chunk):
            time.sleep(0.05)

    def drop(self, event: Event) -> None:
        if isinstance(event, Event):
            time.sleep(0.05)


bus = Bus()


async def bad_of_that_class():
    bus.emit(None, Chunk())  # expect: AF101
    bus.send(Chunk())  # expect: AF101
    bus.drop(Failure())  # expect: AF101


async def ok_of_another():
    bus.emit(None, event=Failure(name="a"))
    bus.send(Failure())


async def bad_declared(event: Event):
    bus.send(event)  # expect: AF101
