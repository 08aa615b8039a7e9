"""A constructor that is given nothing makes its own: what it is declared as does not count."""
import time
from typing import Optional


class Memory:
    def get(self):
        return self.evict()

    def evict(self):
        return 1


class Remote(Memory):
    def evict(self):
        time.sleep(0.01)


class Cache:
    def __init__(self, memory: Optional[Memory] = None):
        self.memory = memory or Memory()

    def get(self):
        return self.memory.get()


class Late:
    def __init__(self, memory: Optional[Memory] = None):
        self.memory = memory

    def attach(self, memory: Memory):
        self.memory = memory

    def get(self):
        if self.memory is not None:
            self.memory.get()


async def ok_none():
    Cache().get()


async def ok_given():
    Cache(Memory()).get()


async def bad_given():
    Cache(Remote()).get()  # expect: AF101


async def bad_declared(cache: Cache = Cache(Remote())):
    cache.get()  # expect: AF101


async def bad_attached():
    late = Late()
    late.attach(Remote())
    late.get()  # expect: AF101
