"""Class decorators whose signature says that they give the class back: `(type[T]) -> type[T]`."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
KNOWN: dict[str, type] = {}


def registered(cls: type[T]) -> type[T]:
    return KNOWN.setdefault(cls.__name__, cls)


def named(name: str) -> Callable[[type[T]], type[T]]:
    def wrapper(cls: type[T]) -> type[T]:
        cls.name = name
        return cls

    return wrapper


def control(name: Any = None, **options: Any) -> Any:
    def wrapper(cls: type[T]) -> type[T]:
        return finished(cls, name, **options)

    return wrapper


def finished(cls: type[T], name: str, **options: Any) -> type[T]:
    cls = dataclass(**options)(cls)
    cls.name = name
    return cls


def made(cls: type[T]) -> T:
    return cls()


@registered
class Client:
    def __init__(self) -> None:
        time.sleep(0.01)


@named("session")
class Session:
    def open(self) -> None:
        time.sleep(0.01)


@control("button", kw_only=False)
class Button:
    text: str = ""

    def __post_init__(self) -> None:
        time.sleep(0.01)


@named("quiet")
class Quiet:
    def __init__(self) -> None:
        self.text = ""


async def bad_registered() -> None:
    Client()  # expect: AF101


async def bad_named() -> None:
    Session().open()  # expect: AF101


async def bad_with_options() -> None:
    Button("ok")  # expect: AF101


async def bad_made() -> None:
    made(Session).open()  # expect: AF101


async def ok_quiet() -> None:
    Quiet()


async def ok_only_named() -> None:
    assert Client.__name__ in KNOWN
    made(Quiet)
