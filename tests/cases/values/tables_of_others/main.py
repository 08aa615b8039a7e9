"""Tables that other objects keep, keys that are declared, and what of a field is passed on to `__post_init__`."""
import time
from dataclasses import InitVar, dataclass


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


class Registry:
    def __init__(self):
        self.known = {}

    def add(self, name, what):
        self.known[name] = what


registry = Registry()
registry.add("slow", Slow())
registry.add("quick", Quick())


class Caller:
    def __init__(self):
        self.registry = registry

    def slow(self):
        self.registry.known["slow"].work()

    def quick(self):
        self.registry.known["quick"].work()


async def bad_slow():
    Caller().slow()  # expect: AF101
    registry.known["slow"].work()  # expect: AF101


async def ok_quick():
    Caller().quick()
    registry.known["quick"].work()


jobs: dict[Slow, Quick] = {}
jobs[Slow()] = Quick()


async def bad_keys():
    for key in jobs:
        key.work()  # expect: AF101


async def ok_values():
    for job in jobs.values():
        job.work()


@dataclass
class Prepared:
    kept: object
    then: InitVar[object] = None

    def __post_init__(self, then):
        self.told = then

    def run(self):
        self.told.work()


async def ok_passed_on():
    Prepared(Slow(), Quick()).run()


async def bad_passed_on():
    Prepared(Quick(), Slow()).run()  # expect: AF101


@dataclass
class Checked:
    kept: object
    then: InitVar[object] = None

    def __post_init__(self, then):
        then.work()


async def ok_checked():
    Checked(Slow(), Quick())


async def bad_checked():
    Checked(Quick(), Slow())  # missing: AF101
