"""Type variables that classes bound: what a parameter of one may be, where no call tells more."""
import time
from typing import Generic, TypeVar


class Quiet:
    def go(self):
        return 1


class Loud:
    def go(self):
        time.sleep(0.01)


class Base:
    def go(self):
        return 1

    def stop(self):
        return 1


class Heir(Base):
    def go(self):
        time.sleep(0.01)


AnyLoud = TypeVar("AnyLoud", bound=Loud)
AnyQuiet = TypeVar("AnyQuiet", bound=Quiet)
AnyBase = TypeVar("AnyBase", bound=Base)
Anything = TypeVar("Anything")


class Box(Generic[AnyLoud]):
    item: AnyLoud


async def loud(thing: AnyLoud):
    thing.go()  # expect: AF101


async def quiet(thing: AnyQuiet):
    thing.go()


async def with_heirs(thing: AnyBase):
    thing.go()  # expect: AF101
    thing.stop()


async def anything(thing: Anything):
    thing.go()


async def boxed(box: Box[Loud]):
    box.item.go()  # expect: AF101


def same(thing: AnyBase) -> AnyBase:
    return thing


def provide(handler, **given):
    return handler(**given)


async def bad_loud():
    await provide(loud, **{"thing": Loud()})


async def bad_heir():
    await provide(with_heirs, **{"thing": Heir()})


async def bad_boxed():
    box = Box()
    box.item = Loud()
    await provide(boxed, **{"box": box})


async def bad_same():
    same(Heir()).go()  # expect: AF101


async def ok_same():
    same(Base()).go()


async def ok_quiet():
    await provide(quiet, **{"thing": Quiet()})
    await provide(anything, **{"thing": Quiet()})
