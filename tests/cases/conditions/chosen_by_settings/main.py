"""What settings choose: a constructor, a helper, a table or a branch makes this or that as an attribute of them is."""
import asyncio
import time
from dataclasses import dataclass


@dataclass
class Settings:
    mode: str = "fast"
    sync: bool = False


class Slow:
    def go(self):
        time.sleep(0.01)


class Quick:
    def go(self):
        return 1


RUNNERS = {"slow": Slow, "fast": Quick}


def make(settings: Settings):
    if settings.mode == "slow":
        return Slow()
    return Quick()


class ByHelper:
    def __init__(self, settings: Settings):
        self.runner = make(settings)

    async def bad_for_some(self):
        self.runner.go()  # expect: AF101

    def plain(self):
        self.runner.go()


class ByTable:
    def __init__(self, settings: Settings):
        self.runner = RUNNERS[settings.mode]()

    async def ok_for_all(self):
        self.runner.go()

    def plain(self):
        self.runner.go()


class ByBranch:
    def __init__(self, settings):
        self._settings = settings
        self.runner = None
        if self._settings.sync:
            self.runner = Slow()
        else:
            self.runner = Quick()

    async def ok_for_all(self):
        self.runner.go()

    def plain(self):
        self.runner.go()


class ByLocal:
    def __init__(self, settings):
        is_slow = settings.mode == "slow"
        self.runner = Slow() if is_slow else Quick()

    def plain(self):
        self.runner.go()


def by_branch(settings):
    runner = Slow() if settings.sync else Quick()
    runner.go()


async def ok_quick():
    ByHelper(Settings()).plain()
    ByTable(Settings()).plain()
    ByBranch(Settings()).plain()
    ByLocal(Settings()).plain()
    by_branch(Settings())


async def bad_slow():
    ByHelper(Settings("slow")).plain()  # expect: AF101
    ByTable(Settings("slow")).plain()  # expect: AF101
    ByBranch(Settings(sync=True)).plain()  # expect: AF101
    ByLocal(Settings(mode="slow")).plain()  # expect: AF101
    by_branch(Settings(sync=True))  # expect: AF101


async def ok_main():
    await ByTable(Settings()).ok_for_all()
    await ByBranch(Settings()).ok_for_all()


async def bad_main():
    await ByHelper(Settings()).bad_for_some()
    await ByHelper(Settings("slow")).bad_for_some()
