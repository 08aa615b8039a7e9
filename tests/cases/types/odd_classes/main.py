"""Members that are no functions where methods are looked for, and classes that are put together oddly."""
import dataclasses
import enum
import json
import time
from typing import Protocol

import requests


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


class Caller:
    def __call__(self, name):
        return Slow()


class Found:
    __getattr__ = Caller()


async def bad_found():
    Found().anything.work()  # expect: AF101


def set_up():
    time.sleep(0.01)


class SetUp:
    def __call__(self, *given):
        return None


@dataclasses.dataclass
class Prepared:
    __post_init__ = SetUp()
    name: dataclasses.InitVar[str] = ""


async def ok_prepared():
    Prepared("a")


def make_class(name, bases, namespace):
    return type(name, bases, namespace)


class Plain(metaclass=make_class):
    def work(self):
        return None


class Registry(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls().start()


class Other(type):
    pass


class Kept(metaclass=Registry):
    def start(self):
        return None


class Left(metaclass=Other):
    def start(self):
        time.sleep(0.01)


async def ok_plain():
    Plain().work()


async def ok_made_by_metaclass():
    Registry("Again", (Kept,), {})


class Field:
    """A descriptor that gives itself to who asks the class."""

    def __get__(self, instance, owner):
        return json.loads("null") or self

    def refresh(self):
        time.sleep(0.01)


class Form:
    field = Field()


async def bad_of_the_class():
    Form.field.refresh()  # expect: AF101


class Unrelated:
    def work(self):
        time.sleep(0.01)


class Alone:
    def work(self):
        return super(Unrelated, self).work()


async def ok_of_no_base():
    try:
        Alone().work()
    except TypeError:
        pass


class Work(Protocol):
    def work(self) -> None: ...

    def stop(self) -> None: ...


class Kind(enum.Enum):
    """Works by a method of its own, and stops by what is no function."""

    ONE = 1

    def work(self) -> None:
        time.sleep(0.01)


class Stopping:
    stop = SetUp()

    def work(self) -> None:
        time.sleep(0.01)


class Worker(requests.Session):
    """Has a base that is not looked at before the method that is asked for."""

    def work(self) -> None:
        time.sleep(0.01)

    def stop(self) -> None:
        return None


class Session(requests.Session, Work):
    """A protocol that is put together with a library's class."""


def run(work: Work):
    work.work()


async def bad_conforming():
    run(Worker())  # expect: AF101


class Counted(int):
    def __init_subclass__(cls):
        cls.count()

    @classmethod
    def count(cls):
        time.sleep(0.01)


class Defaults:
    @property
    def client(self):
        return Slow()

    def ask(self, client=client):
        if isinstance(client, Quick):
            client.work()


async def ok_default():
    Defaults().ask(Quick())
