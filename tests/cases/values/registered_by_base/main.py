"""A base class registers what derives from it: constructing by the registry runs the heirs' constructors."""
import time


class Backend:
    kinds = {}

    def __init_subclass__(cls, kind, **kwargs):
        super().__init_subclass__(**kwargs)
        Backend.kinds[kind] = cls

    def __init__(self, place):
        self.place = place
        self.prepare()

    def prepare(self):
        return None


class Slow(Backend, kind="slow"):
    def prepare(self):
        time.sleep(0.01)


class Quick(Backend, kind="quick"):
    def prepare(self):
        return self.place


def opened(kind, place):
    return Backend.kinds[kind](place)


async def bad_opened():
    return opened("slow", "a")  # expect: AF101


async def ok_made():
    return Quick("a")


class Hook:
    names = []

    def __init_subclass__(cls):
        Hook.names.append(cls.__name__)


class Named(Hook):
    def run(self):
        time.sleep(0.01)


async def ok_names():
    return [name for name in Hook.names]
