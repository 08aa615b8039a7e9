"""Containers of services, which give an object of the class that they are asked for."""
import time

import punq
import svcs
from injector import Injector

NO_ORACLE = "the libraries are not installed"


class Lookup:
    def user(self):
        time.sleep(0.01)

    def name(self):
        return "a"


box = punq.Container()
box.register(Lookup)
injector = Injector()


async def bad_resolved():
    box.resolve(Lookup).user()  # expect: AF101


async def bad_injected():
    injector.get(Lookup).user()  # expect: AF101


async def bad_awaited(container: svcs.Container):
    lookup = await container.aget(Lookup)
    lookup.user()  # expect: AF101


async def bad_at_once(container: svcs.Container):
    container.get(Lookup).user()  # expect: AF101


async def ok_other_method(container: svcs.Container):
    box.resolve(Lookup).name()
    container.get(Lookup).name()
