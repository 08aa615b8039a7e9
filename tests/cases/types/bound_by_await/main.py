"""What `await` gives is the result of what is awaited: of coroutines, and of objects that have an `__await__`."""
import asyncio
import time
from collections.abc import Awaitable, Generator


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Generated:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return Loud()


class Typed:
    """The annotation tells what comes out: the last of three."""

    def __init__(self, item):
        self.item = item

    def __await__(self) -> Generator[Quiet, Quiet, Loud]:
        return give(self.item).__await__()


class Declared(Awaitable[Loud]):
    def __init__(self, item):
        self.item = item

    def __await__(self):
        return give(self.item).__await__()


class Harmless(Awaitable[Quiet]):
    def __await__(self):
        return give(Quiet()).__await__()


async def give(item):
    return item


async def bad_generated():
    made = await Generated()
    made.go()  # expect: AF101


async def bad_typed():
    made = await Typed(Loud())
    made.go()  # expect: AF101


async def bad_declared():
    made = await Declared(Loud())
    made.go()  # expect: AF101


async def bad_through_a_task():
    made = await asyncio.create_task(give(Loud()))
    made.go()  # expect: AF101


async def ok_quiet():
    made = await Harmless()
    made.go()
    made = await give(Quiet())
    made.go()
