"""Parameters that are declared as classes, in each of the ways to write that; nobody is seen to pass any."""
import time
from typing import Optional, Type, Union


class Loud:
    def __init__(self, limit=1):
        self.limit = limit

    def go(self):
        time.sleep(0.01)

    @classmethod
    def run(cls):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1

    @classmethod
    def run(cls):
        return 1


class Base:
    def go(self):
        return 1


class Heir(Base):
    def go(self):
        time.sleep(0.01)


async def by_typing(kind: Type[Loud]):
    kind().go()  # expect: AF101


async def by_builtin(kind: type[Loud]):
    kind(2).go()  # expect: AF101


async def by_name(kind: "type[Loud]"):
    kind.run()  # expect: AF101


async def optional(kind: Optional[Type[Loud]] = None):
    if kind is not None:
        kind().go()  # expect: AF101


async def either(kind: Type[Union[Quiet, Loud]]):
    kind().go()  # expect: AF101


async def with_heirs(kind: type[Base]):
    kind().go()  # expect: AF101


async def quiet(kind: Type[Quiet]):
    kind().go()
    kind.run()


def provide(handler, **given):
    return handler(**given)


async def bad_all():
    for handler in (by_typing, by_builtin, by_name, optional, either):
        await provide(handler, **{"kind": Loud})


async def bad_heir():
    await provide(with_heirs, **{"kind": Heir})


async def ok_quiet():
    await provide(quiet, **{"kind": Quiet})
