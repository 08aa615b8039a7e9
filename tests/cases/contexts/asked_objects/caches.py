"""A cache over some store, and a hub with a hook for subclasses."""
import time
from pathlib import Path


class Memory:
    def __init__(self):
        self.data = {}

    def load(self, key):
        return self.data.get(key)


class Disk:
    def load(self, key):
        return Path(key).read_text()


class Cache:
    def __init__(self, store=None):
        self.store = store or Memory()

    async def find(self, key):
        return self.store.load(key)

    async def search(self, key):
        return self.store.load(key)  # expect: AF105

    async def both(self, key):
        return await self.inner(key)

    async def inner(self, key):
        return self.store.load(key)

    async def handed_over(self, key):
        return self.store.load(key)  # expect: AF105

    def load(self, key):
        return self.store.load(key)


class Hub:
    def before(self, message):
        return None

    async def receive(self, message):
        self.before(message)

    async def replay(self, message):
        self.before(message)  # expect: AF101


class SlowHub(Hub):
    def before(self, message):
        time.sleep(1)


def warm():
    """Run by hand, without a loop."""
    SlowHub().before("x")
    return Cache(Disk()).load("a")
