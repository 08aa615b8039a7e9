"""A table that is written out, and asked for what an attribute of an argument names."""
import time
from dataclasses import dataclass


class Disk:
    def get(self):
        time.sleep(0.01)


class Memory:
    def get(self):
        return 1


STORES = {"disk": Disk, "memory": Memory}


@dataclass
class Config:
    store: str = "memory"


def store_of(config):
    return STORES[config.store]()


def store_or_memory(config):
    return STORES.get(config.store, Memory)()


async def ok_named():
    store_of(Config(store="memory")).get()


async def ok_by_default():
    store_of(Config()).get()


async def ok_neither():
    store_or_memory(Config("nowhere")).get()


async def bad_named():
    store_of(Config(store="disk")).get()  # expect: AF101


async def bad_or():
    store_or_memory(Config("disk")).get()  # expect: AF101


async def bad_any_of_them():
    for name in list(STORES):
        store_of(Config(name)).get()  # expect: AF101
