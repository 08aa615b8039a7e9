"""An abstract method stands for its implementations."""
import time
from abc import ABC, abstractmethod


class Store(ABC):
    @abstractmethod
    def save(self): ...


class DiskStore(Store):
    def save(self):
        time.sleep(1)


class Service:
    def __init__(self, store: Store):
        self.store = store

    async def handle(self):
        self.store.save()  # expect: AF101


async def bad_handle():
    await Service(DiskStore()).handle()
