"""What meets a protocol: by methods of any arguments, by inherited ones, beside attributes and what is worked out."""
import time
from collections.abc import Sized
from typing import Protocol


class Store(Sized, Protocol):
    name: str

    def load(self, key: str) -> str: ...

    def load_all(self) -> list:
        return [self.load("a"), self.load("b")]


class Anything:
    name = "anything"

    def __len__(self):
        return 1

    def load(self, *args, **kwargs):
        time.sleep(0.01)

    def load_all(self):
        return []


class Base:
    def load(self, key):
        time.sleep(0.01)


class Wrapper(Protocol):
    def unwrap(self, key: str) -> str: ...


class Options:
    def unwrap(self, key, depth=1):
        time.sleep(0.01)


class Inherits(Options):
    """Has the method from its base."""


class Needs:
    def unwrap(self, key, depth):
        """One argument more than anybody gives."""
        time.sleep(0.01)


class Callback(Protocol):
    def __call__(self, key: str) -> str: ...


class Called:
    def __call__(self, key):
        time.sleep(0.01)


async def load(store: Store):
    return store.load("x")  # expect: AF101


async def unwrap(wrapper: Wrapper):
    return wrapper.unwrap("x")  # expect: AF101


async def call(callback: Callback):
    """Many classes can be called: the protocol says nothing of which is meant."""
    return callback("x")


def provide(handler, **given):
    return handler(**given)


async def bad_load():
    await provide(load, **{"store": Anything()})


async def bad_unwrap():
    await provide(unwrap, **{"wrapper": Inherits()})


async def ok_call():
    await provide(call, **{"callback": str.upper})
