"""Callables that code elsewhere puts into the containers that fields start with."""
import time
from dataclasses import dataclass, field
from typing import Callable


@dataclass
class Program:
    name: str
    hooks: list = field(default_factory=list)

    def close(self):
        for hook in self.hooks:
            hook(self)


@dataclass
class Typed:
    hooks: list[Callable[["Typed"], None]] = field(default_factory=list)

    def close(self):
        for hook in self.hooks:
            hook(self)


@dataclass
class Quiet:
    watchers: list = field(default_factory=list)

    def close(self):
        for watcher in self.watchers:
            watcher(self)


def slow(program):
    time.sleep(0.01)


def quick(program):
    return None


async def bad_local():
    program = Program("a")
    program.hooks.append(slow)
    program.close()  # expect: AF101


typed = Typed()
typed.hooks.append(slow)


async def bad_global():
    typed.close()  # expect: AF101


async def ok_quick():
    quiet = Quiet()
    quiet.watchers.append(quick)
    quiet.close()
