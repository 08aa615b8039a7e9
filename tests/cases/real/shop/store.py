import time
from abc import ABC, abstractmethod


class Repository(ABC):
    @abstractmethod
    def save(self, order): ...

    @abstractmethod
    def load(self, number): ...

    def all(self):
        return [one for one in map(self.load, self.numbers()) if one is not None]

    def numbers(self):
        return [1]

    def begin(self):
        return None

    def commit(self):
        return None


class MemoryRepository(Repository):
    def __init__(self):
        self.orders = {}

    def save(self, order):
        self.orders[order.number] = order

    def load(self, number):
        return self.orders.get(number)


class DiskRepository(Repository):
    def save(self, order):
        self._sync()

    def load(self, number):
        self._sync()

    def commit(self):
        self._sync()

    def _sync(self):
        time.sleep(0.01)


class CachedRepository(Repository):
    def __init__(self, inner):
        self._inner = inner
        self._known = {}

    def save(self, order):
        self._known[order.number] = order

    def load(self, number):
        if number not in self._known:
            self._known[number] = self._inner.load(number)
        return self._known[number]


KINDS = {"disk": DiskRepository, "memory": MemoryRepository}


def open_repository(kind):
    return KINDS[kind]()
