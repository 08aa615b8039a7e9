"""What a factory returns, where it tests an attribute of what it is given."""
import time


class Disk:
    def get(self):
        time.sleep(0.01)


class Memory:
    def get(self):
        return 1


class Config:
    def __init__(self, store="memory", fallback=False):
        self.store = store
        self.fallback = fallback


def store_of(config):
    if config.store == "disk":
        return Disk()
    return Memory()


def store_or_fallback(config):
    return Memory() if config.fallback else Disk()


async def ok_memory():
    store_of(Config(store="memory")).get()
    store_of(Config()).get()


async def ok_fallback():
    store_or_fallback(Config(fallback=True)).get()


async def bad_disk():
    store_of(Config(store="disk")).get()  # expect: AF101


async def bad_no_fallback():
    store_or_fallback(Config()).get()  # expect: AF101


async def bad_either():
    for name in ("memory", "disk"):
        store_of(Config(name)).get()  # expect: AF101
