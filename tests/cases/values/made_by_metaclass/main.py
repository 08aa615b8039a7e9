"""A metaclass that registers the classes that it makes."""
import time
from abc import ABCMeta

BY_NEW = {}
BY_INIT = []


class New(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        BY_NEW[name] = cls
        return cls


class Init(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        BY_INIT.append(cls)


class Base(metaclass=New):
    def handle(self):
        return 1


class Slow(Base):
    def handle(self):
        time.sleep(0.01)


class Listed(metaclass=Init):
    def handle(self):
        time.sleep(0.01)


async def bad_by_name(name="Slow"):
    BY_NEW[name]().handle()  # expect: AF101


async def bad_listed():
    for cls in BY_INIT:
        cls().handle()  # expect: AF101


async def ok_base():
    Base().handle()


class Abstract(ABCMeta):
    known = {}

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.known[name] = cls
        return cls


class Loader(metaclass=Abstract):
    def load(self):
        return {}


class SlowLoader(Loader):
    def load(self):
        time.sleep(0.01)


def loader(name) -> Loader:
    return Abstract.known[name]()


async def bad_of_abstract():
    loader("SlowLoader").load()  # expect: AF101
