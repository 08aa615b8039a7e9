"""A client that is kept in the class, by way of the type of the object, where others derive from the class."""
import threading
import time
from typing import Any


class Client:
    def fetch(self):
        time.sleep(0.01)


class Backend:
    _client: Any = None
    _lock = threading.Lock()

    @property
    def client(self) -> Any:
        cls = type(self)
        if cls._client is None:
            cls._client = Client()
        return cls._client

    def get(self):
        self.client.fetch()


class Offloaded(Backend):
    offload = True


class Local:
    def fetch(self):
        pass

    def get(self):
        self.fetch()


class Api:
    def __init__(self, backend):
        self.backend = backend

    async def get(self):
        self.backend.get()  # expect: AF101


async def bad_backend():
    await Api(Backend()).get()


async def bad_heir():
    Offloaded().get()  # expect: AF101


async def ok_local():
    Local().get()
