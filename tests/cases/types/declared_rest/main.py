"""Parameters that take the rest, with declared types: what they hold is what callers pass, else what is declared."""
import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, Optional, Protocol, TypeVar, Union

T = TypeVar("T")


class Base(ABC):
    @abstractmethod
    def go(self): ...


class Slow(Base):
    def go(self):
        time.sleep(0.01)


class Quick(Base):
    def go(self):
        return 1


class Runs(Protocol):
    def go(self): ...


def slow():
    time.sleep(0.01)


def quick():
    return 1


def call_all(*functions: Callable):
    for function in functions:
        function()


def go_all(*things: Base):
    for thing in things:
        thing.go()


def go_protocol(*things: Runs):
    for thing in things:
        thing.go()


def call_values(**functions: Callable):
    for function in functions.values():
        function()


def call_items(**functions: Callable):
    for _, function in functions.items():
        function()


def call_one(**functions: Callable):
    functions["one"]()


def hand_on(**functions: Callable):
    run(functions)


def hand_on_named(**functions: Callable):
    run(functions=functions)


def spread(**functions: Callable):
    call_items(**functions)


def run(functions: "dict[str, Callable]"):
    for function in functions.values():
        function()


def run_listed(functions: list[Callable[[], None]]):
    for function in functions:
        function()


def run_any(given: Any):
    given()


def run_mapping(given: Mapping[str, Any]):
    given["run"]()


def go_sequence(things: Sequence[Base]):
    things[0].go()


def go_iterable(things: Iterable[Base]):
    for thing in things:
        thing.go()


def go_optional(thing: Optional[Base] = None):
    if thing is not None:
        thing.go()


def go_either(thing: Union[Base, str]):
    if not isinstance(thing, str):
        thing.go()


def go_type(kind: type[Base]):
    kind().go()


def go_pair(pair: tuple[Base, int]):
    pair[0].go()


def go_default(thing: Base = Quick()):
    thing.go()


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item

    def map(self, function: Callable[[T], Any]):
        return Box(function(self.item))


async def bad_called():
    call_all(quick, slow)  # expect: AF101
    call_all(quick, quick)
    call_all(*[slow])  # expect: AF101


async def bad_things():
    go_all(Quick(), Slow())  # expect: AF101
    go_all(Quick())
    go_protocol(Slow())  # expect: AF101
    go_protocol(Quick(), Quick())


async def bad_named():
    call_values(one=slow)  # expect: AF101
    call_values(one=quick)
    call_items(one=slow)  # expect: AF101
    call_items(one=quick)
    call_one(one=slow)  # expect: AF101
    call_one(one=quick)
    hand_on(one=slow)  # expect: AF101
    hand_on(one=quick)
    hand_on_named(one=slow)  # expect: AF101
    hand_on_named(one=quick)
    spread(one=slow)  # expect: AF101
    spread(one=quick)


async def bad_containers():
    run({"one": slow})  # expect: AF101
    run({"one": quick})
    run_listed([slow])  # expect: AF101
    run_listed([quick])
    run_any(slow)  # expect: AF101
    run_any(quick)
    run_mapping({"run": slow})  # expect: AF101
    run_mapping({"run": quick})


async def bad_items():
    go_sequence([Slow()])  # expect: AF101
    go_sequence([Quick()])
    go_iterable((Slow(),))  # expect: AF101
    go_iterable((Quick(),))
    go_pair((Slow(), 1))  # expect: AF101
    go_pair((Quick(), 1))


async def bad_chosen():
    go_optional(Slow())  # expect: AF101
    go_optional(Quick())
    go_optional()
    go_either(Slow())  # expect: AF101
    go_either(Quick())
    go_either("")
    go_type(Slow)  # expect: AF101
    go_type(Quick)
    go_default(Slow())  # expect: AF101
    go_default()


async def bad_boxed():
    Box(Slow()).get().go()  # expect: AF101
    Box(Quick()).get().go()
    Box(Slow()).map(lambda thing: thing.go())  # expect: AF101
    Box(Quick()).map(lambda thing: thing.go())
    Box(1).map(lambda _: Slow()).get().go()  # expect: AF101
    Box(Slow()).map(lambda _: Quick()).get().go()
    await asyncio.sleep(0)
