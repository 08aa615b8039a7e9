"""Members whose names are parameters, and what is looked up by name in a module."""
import sys
import time


class Target:
    def heavy(self):
        time.sleep(1)

    def light(self):
        return 1


def invoke(target, name, *args):
    function = getattr(target, name, None)
    return function(*args) if function is not None else None


class Proxy:
    def __init__(self, target):
        self._target = target

    def _call(self, method):
        return getattr(self._target, method)()

    async def bad_heavy(self):
        self._call("heavy")  # expect: AF101

    async def ok_light(self):
        self._call("light")


def one():
    time.sleep(1)


def two():
    time.sleep(1)


def three():
    return 3


def by_name(name):
    return globals()[name]()


async def bad_invoke():
    invoke(Target(), "heavy")  # expect: AF101


async def bad_proxy():
    await Proxy(Target()).bad_heavy()


async def bad_globals():
    globals()["one"]()  # expect: AF101


async def bad_by_name():
    by_name("two")  # expect: AF101


async def bad_module():
    getattr(sys.modules[__name__], "one")()  # expect: AF101


async def ok_others():
    invoke(Target(), "light")
    invoke(Target(), "absent")
    by_name("three")
    await Proxy(Target()).ok_light()
    return {}[()] if False else None
