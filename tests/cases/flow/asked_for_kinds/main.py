"""Tests for kinds of objects: abstract classes, shapes, unions, patterns, negations, in helpers and in place."""
import asyncio
import collections.abc
import inspect
import numbers
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import AbstractContextManager
from typing import Protocol, runtime_checkable


def wait():
    time.sleep(0.01)


class Plain:
    pass


class Listed:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __getitem__(self, key):
        return key

    def __contains__(self, key):
        return False


class Held:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


class Called:
    def __call__(self):
        pass


class Unhashable:
    __hash__ = None


class Stream:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


@runtime_checkable
class Goes(Protocol):
    def go(self): ...


class Going:
    def go(self):
        pass


class Heir(Going):
    pass


def if_sized(value):
    if isinstance(value, Sized):
        wait()


def if_iterable(value):
    if isinstance(value, Iterable):
        wait()


def if_iterator(value):
    if isinstance(value, Iterator):
        wait()


def if_callable(value):
    if isinstance(value, Callable):
        wait()


def if_called(value):
    if callable(value):
        wait()


def if_hashable(value):
    if isinstance(value, Hashable):
        wait()


def if_mapping(value):
    if isinstance(value, Mapping):
        wait()


def if_sequence(value):
    if isinstance(value, (Sequence, set)):
        wait()


def if_held(value):
    if isinstance(value, AbstractContextManager):
        wait()


def if_container(value):
    if isinstance(value, collections.abc.Container):
        wait()


def if_number(value):
    if isinstance(value, numbers.Number):
        wait()


def if_int(value):
    if isinstance(value, int | float):
        wait()


def if_bool(value):
    if isinstance(value, bool):
        wait()


def if_text(value):
    if not isinstance(value, (str, bytes)):
        return
    wait()


def if_goes(value):
    if isinstance(value, Goes):
        wait()


def if_exactly(value):
    if type(value) is Going:
        wait()


def if_heir(value):
    if isinstance(value, Heir):
        wait()


def if_subclass(kind):
    if issubclass(kind, Going):
        wait()


def if_class(value):
    if isinstance(value, type):
        wait()


def if_routine(value):
    if inspect.isfunction(value):
        wait()


def if_has(value):
    if hasattr(value, "go"):
        wait()


def if_none(value):
    if value is None:
        wait()


def if_some(value):
    if value is not None:
        wait()


def if_matched(value):
    match value:
        case Going():
            wait()
        case _:
            pass


def if_matched_text(value):
    match value:
        case "go" | "run":
            wait()


async def bad_shapes():
    if_sized(Listed())  # expect: AF101
    if_sized(Plain())
    if_sized([])  # expect: AF101
    if_iterable(Listed())  # expect: AF101
    if_iterable(Stream())  # expect: AF101
    if_iterable(Plain())
    if_iterator(Stream())  # expect: AF101
    if_iterator(Plain())
    if_callable(Called())  # expect: AF101
    if_callable(wait)  # expect: AF101
    if_callable(Plain())
    if_called(Called())  # expect: AF101
    if_called(wait)  # expect: AF101
    if_called(Plain)  # expect: AF101
    if_called(Plain())
    if_called(1)
    if_hashable(Plain())  # expect: AF101
    if_held(Held())  # expect: AF101
    if_held(Plain())
    if_container(Listed())  # expect: AF101
    if_container(Plain())


async def bad_containers():
    if_mapping({})  # expect: AF101
    if_sequence([])  # expect: AF101
    if_sequence(())  # expect: AF101
    if_sequence({1})  # expect: AF101


async def bad_constants():
    if_number(1)  # expect: AF101
    if_int(1)  # expect: AF101
    if_int(1.5)  # expect: AF101
    if_int(True)  # expect: AF101
    if_int("")
    if_int(None)
    if_bool(True)  # expect: AF101
    if_bool(1)
    if_text("")  # expect: AF101
    if_text(b"")  # expect: AF101
    if_text(1)
    if_text(None)
    if_text(Plain())


async def bad_classes():
    if_goes(Going())  # expect: AF101
    if_goes(Heir())  # expect: AF101
    if_exactly(Going())  # expect: AF101
    if_exactly(Plain())
    if_heir(Heir())  # expect: AF101
    if_subclass(Heir)  # expect: AF101
    if_subclass(Going)  # expect: AF101
    if_subclass(Plain)
    if_class(Plain)  # expect: AF101
    if_class(Plain())
    if_routine(wait)  # expect: AF101
    if_has(Going())  # expect: AF101
    if_has(Plain())


async def bad_nothing():
    if_none(None)  # expect: AF101
    if_none(1)
    if_none(Plain())
    if_some(Plain())  # expect: AF101
    if_some(0)  # expect: AF101
    if_some(None)


async def bad_matched():
    if_matched(Going())  # expect: AF101
    if_matched(Heir())  # expect: AF101
    if_matched(Plain())
    if_matched_text("go")  # expect: AF101
    if_matched_text("run")  # expect: AF101
    if_matched_text("rest")
    await asyncio.sleep(0)
