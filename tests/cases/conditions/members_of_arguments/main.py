"""Tests of an argument's attribute, whose value everybody who makes such an object leaves as it is."""
import time
from dataclasses import dataclass

from options import Options, Switches, load


@dataclass
class Mode:
    name: str
    slow: bool = False


def ask(mode: Mode):
    if mode.slow:
        time.sleep(1)
    return mode.name


def ask_early(mode):
    if not mode.slow:
        return mode.name
    time.sleep(1)
    return "slow"


def ask_kind(options):
    if options.kind == "disk":
        time.sleep(1)


def ask_switch(switches):
    if switches.tracing:
        time.sleep(1)


class Service:
    def __init__(self, options: Options):
        self.options = options

    async def ok_kept(self):
        ask_kind(self.options)


async def ok_default():
    ask(Mode("a"))
    ask_early(Mode("a"))


async def bad_given():
    ask(Mode("b", slow=True))  # expect: AF101
    ask_early(Mode("b", True))  # expect: AF101


async def ok_service():
    await Service(load()).ok_kept()


async def bad_assigned():
    switches = Switches()
    switches.tracing = True
    ask_switch(switches)  # expect: AF101
