"""Classes that are containers themselves: what their own methods put into them."""

import collections
import time


class Registry(dict):
    def job(self, name):
        def decorate(func):
            self[name] = func
            return func

        return decorate

    def add(self, name, func):
        self[name] = func


class Steps(list):
    def add(self, func):
        self.append(func)


class Table(collections.UserDict):
    def add(self, name, func):
        self.data[name] = func


class Quiet:
    def go(self):
        return 1


class Loud(Quiet):
    def go(self):
        time.sleep(0.01)


class Shelf(dict):
    def __init__(self):
        super().__init__()
        self["loud"] = Loud()


class Silent(dict):
    def __init__(self):
        super().__init__()
        self["quiet"] = Quiet()


registry = Registry()
steps = Steps()
table = Table()


@registry.job("slow")
def slow():
    time.sleep(0.01)


def wait():
    time.sleep(0.01)


def pause():
    time.sleep(0.01)


steps.add(wait)
table.add("pause", pause)


async def bad_item():
    registry["slow"]()  # expect: AF101


async def bad_found():
    registry.get("slow")()  # expect: AF101


async def bad_each():
    for func in registry.values():
        func()  # expect: AF101


async def bad_step():
    for step in steps:
        step()  # expect: AF101


async def bad_kept_for_it():
    table["pause"]()  # expect: AF101


async def bad_object():
    Shelf()["loud"].go()  # expect: AF101


async def ok_object():
    Silent()["quiet"].go()


async def ok_key():
    for name in registry:
        name.upper()
