"""What a `__getattr__` gives is an object, and calling that, under whatever name, runs its `__call__`."""
import asyncio
import time


class Slow:
    def request(self, service, method):
        time.sleep(0.01)


class Quick:
    def request(self, service, method):
        return service, method


class Method:
    def __init__(self, transport, service, name):
        self._transport = transport
        self._service = service
        self._name = name

    def __call__(self, *args):
        return self._transport.request(self._service, self._name)

    async def later(self, *args):
        return await asyncio.to_thread(self, *args)


class Service:
    def __init__(self, transport, name):
        self._transport = transport
        self._name = name

    def __getattr__(self, name):
        return Method(self._transport, self._name, name)


class Proxy:
    def __init__(self, transport):
        self._transport = transport

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Service(self._transport, name)


async def bad_find():
    Proxy(Slow()).catalog.find("book")  # expect: AF101


async def ok_find():
    Proxy(Quick()).catalog.find("book")


async def ok_find_later():
    await Proxy(Slow()).catalog.find.later("book")
