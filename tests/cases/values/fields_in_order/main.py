"""Which fields a dataclass's constructor takes, and in which order; what it only passes on to `__post_init__`."""
import time
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any, Callable, ClassVar


def slow():
    time.sleep(0.01)


def quick():
    return 1


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


@dataclass
class Counted:
    made: ClassVar[int] = 0
    known: ClassVar = {}
    run: Callable = quick


@dataclass
class Numbered:
    number: int = field(init=False, default=0)
    shown: bool = field(repr=False, default=True)
    run: Callable = quick


@dataclass
class Named:
    name: str
    run: Callable = quick


@dataclass
class Renamed(Named):
    name: str = "x"
    after: Callable = quick


@dataclass
class ByName:
    name: str
    _: KW_ONLY
    run: Callable = quick


@dataclass
class Opened:
    source: InitVar[Any]
    run: Callable = quick
    client: Any = field(init=False)

    def __post_init__(self, source):
        self.client = source


@dataclass
class Heir(Opened):
    after: Callable = quick


async def bad_after_class_variables():
    Counted(slow).run()  # expect: AF101


async def bad_after_what_is_left_out():
    Numbered(True, slow).run()  # expect: AF101


async def bad_inherited():
    Renamed("x", slow).run()  # expect: AF101


async def bad_own():
    Renamed("x", quick, slow).after()  # expect: AF101


async def bad_by_name():
    ByName("x", run=slow).run()  # expect: AF101


async def bad_passed_on():
    Opened(Loud()).client.go()  # expect: AF101


async def bad_passed_on_by_name():
    Opened(run=quick, source=Loud()).client.go()  # expect: AF101


async def bad_of_heir():
    Heir(Loud(), quick, quick).client.go()  # expect: AF101


async def bad_beside():
    Opened(Quiet(), slow).run()  # expect: AF101


async def ok_quick():
    Counted(quick).run()
    Numbered(False, quick).run()
    Renamed("x", quick).run()
    Renamed("x", quick, slow).run()
    Renamed("x", slow, quick).after()
    ByName("x", run=quick).run()


async def ok_passed_on():
    Opened(Quiet(), slow).client.go()
    Heir(Quiet(), quick, slow).run()
