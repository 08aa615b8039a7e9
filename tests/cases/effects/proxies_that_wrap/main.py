"""`__getattr__` that returns a function of its own, which calls the member of that name of another object."""
import asyncio
import functools
import time


class Store:
    limit = 3

    def load(self):
        time.sleep(1)

    def peek(self):
        return 1


class Measured:
    def __init__(self, target: object) -> None:
        self._target = target
        self.calls = 0

    def __getattr__(self, name):
        member = getattr(self._target, name)
        if not callable(member):
            return member

        def call(*arguments, **keywords):
            try:
                return member(*arguments, **keywords)
            finally:
                self.calls += 1

        return call


class Retried:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        def call(*arguments):
            return getattr(self.target, name)(*arguments)

        return call


class Offloaded:
    def __init__(self, target: object) -> None:
        self._target = target

    def __getattr__(self, name):
        member = getattr(self._target, name)

        @functools.wraps(member)
        async def call(*arguments, **keywords):
            return await asyncio.to_thread(member, *arguments, **keywords)

        return call


class Service:
    def __init__(self, store, other):
        self.store = store
        self.other = other

    async def bad_read(self):
        self.store.load()  # expect: AF101

    async def read_quickly(self):
        return self.store.peek(), self.store.limit

    async def read_in_a_thread(self):
        await self.other.load()


async def bad_measured():
    await Service(Measured(Store()), Offloaded(Store())).bad_read()


async def ok_measured():
    service = Service(Measured(Store()), Offloaded(Store()))
    await service.read_quickly()
    await service.read_in_a_thread()


async def bad_retried():
    Retried(Store()).load()  # expect: AF101


async def ok_retried():
    Retried(Store()).peek()
