"""What a type variable of a class stands for where a parameter tells its type arguments, and declared items."""

import time
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Store:
    def load(self):
        time.sleep(0.01)


class Field(Generic[T]):
    deps: T


class Kept(Generic[T]):
    def __init__(self, deps: T):
        self.deps = deps


class Made(Generic[T]):
    def __init__(self, made=None):
        self._made = made

    @property
    def deps(self) -> T:
        return self._made

    def fetch(self) -> T:
        return unknown(self._made)

    def many(self) -> list[T]:
        return [unknown(row) for row in (self._made,)]


def unknown(value):
    return eval("value")


class Stores(Made[Store]):
    pass


async def by_field(ctx: Field[Store]):
    ctx.deps.load()  # expect: AF101


async def by_constructor(ctx: Kept[Store]):
    ctx.deps.load()  # expect: AF101


async def by_property(ctx: Made[Store]):
    ctx.deps.load()  # expect: AF101


async def by_result(ctx: Made[Store]):
    ctx.fetch().load()  # expect: AF101


async def by_items(ctx: Stores):
    for store in ctx.many():
        store.load()  # expect: AF101


def rows() -> Sequence[Store]:
    return [unknown(row) for row in (Store(),)]


def by_one() -> Iterator[Store]:
    for row in (Store(),):
        yield unknown(row)


def by_name() -> dict[str, Store]:
    return {name: unknown(Store()) for name in "a"}


def pair() -> tuple[Store, int]:
    return unknown(Store()), 2


async def bad_parameters():
    field = Field()
    field.deps = Store()
    await by_field(field)
    await by_constructor(Kept(Store()))
    await by_property(Made(Store()))
    await by_result(Made(Store()))
    await by_items(Stores(Store()))


async def bad_results():
    for store in rows():
        store.load()  # expect: AF101
    for store in by_one():
        store.load()  # expect: AF101
    for store in by_name().values():
        store.load()  # expect: AF101
    store, _ = pair()
    store.load()  # expect: AF101
