"""Modules that are imported by texts: taken apart, or handed on; and attributes of which the names are keywords."""

import importlib
import time
from operator import methodcaller


def load(module, name):
    return getattr(importlib.import_module(module), name)


def module_of(name):
    return importlib.import_module(name)


def run(spec):
    module, _, name = spec.partition(":")
    getattr(importlib.import_module(module), name)()


class Resolver:
    def lookup(self):
        time.sleep(0.01)

    def known(self):
        return 1


class Service:
    def __init__(self, **parts):
        for name, part in parts.items():
            setattr(self, name, part)

    def find(self):
        return self.resolver.lookup()

    def known(self):
        return self.resolver.known()


def each(items, name):
    call = methodcaller(name)
    return [call(item) for item in items]


async def bad_texts():
    load("plug", "collect")()  # expect: AF101, AF111
    module_of("plug").collect()  # expect: AF101, AF111
    run("plug:collect")  # expect: AF101, AF111


async def bad_keywords():
    Service(resolver=Resolver()).find()  # expect: AF101


async def ok_keywords():
    Service(resolver=Resolver()).known()
