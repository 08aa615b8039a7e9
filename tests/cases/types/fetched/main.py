"""Helpers that fetch an object from where nobody can see it, and declare what it is."""
import asyncio
import time
from types import SimpleNamespace


class Engine:
    def remember(self):
        time.sleep(0.01)


class Store:
    def read(self):
        time.sleep(0.01)


class MemoryStore(Store):
    def read(self):
        return None


def get_engine(request) -> Engine:
    return request.app.state.engine


def get_store(request) -> Store:
    return request.app.state.store


def name_of(request) -> str:
    return request.app.state.name


REQUEST = SimpleNamespace(app=SimpleNamespace(state=SimpleNamespace(engine=Engine(), store=MemoryStore(), name="a")))


async def remember(request):
    get_engine(request).remember()  # expect: AF101


async def bad_remember():
    await remember(REQUEST)


async def remember_locally(request):
    engine: Engine = request.app.state.engine
    engine.remember()  # expect: AF101


async def bad_remember_locally():
    await remember_locally(REQUEST)


class Service:
    def __init__(self, request):
        self.engine: Engine = request.app.state.engine
        self.store: Store = request.app.state.store

    async def remember(self):
        self.engine.remember()  # expect: AF101
        self.store.read()


async def bad_remember_in_a_service():
    await Service(REQUEST).remember()


async def read(request):
    # Which of the stores it is, nobody can tell.
    return get_store(request).read(), name_of(request).upper()


async def ok_read():
    await read(REQUEST)


async def ok_remember():
    await asyncio.to_thread(get_engine(REQUEST).remember)
