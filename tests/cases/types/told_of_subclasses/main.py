"""A class is told of its subclasses by `__init_subclass__`, and can list them."""
import time

BY_NAME = {}


class Plugin:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        BY_NAME[cls.__name__] = cls

    def run(self):
        raise NotImplementedError


class Slow(Plugin):
    def run(self):
        time.sleep(1)


class Command:
    known = {}

    def __init_subclass__(cls, key=None, **kwargs):
        Command.known[key] = cls()

    def execute(self):
        raise NotImplementedError


class Wait(Command, key="wait"):
    def execute(self):
        time.sleep(1)


class Check:
    def passes(self):
        raise NotImplementedError


class Ping(Check):
    def passes(self):
        time.sleep(1)
        return True


async def bad_by_name():
    BY_NAME["Slow"]().run()  # expect: AF101


async def bad_known():
    for command in Command.known.values():
        command.execute()  # expect: AF101


async def bad_listed():
    return all(check().passes() for check in Check.__subclasses__())  # expect: AF101


async def ok_names():
    return list(BY_NAME), list(Command.known), len(Check.__subclasses__())
