"""A default is not all that an attribute, a field or a global may hold: what is known of it is not known for good."""
import dataclasses
import time
from typing import NamedTuple

from settings import LATE, NEVER


def helper(wait):
    if wait is not None and wait:
        time.sleep(0.01)


def made(text="yes"):
    return [part for part in text.split() if part]


@dataclasses.dataclass
class Config:
    wait: bool = False
    never: bool = False


class Pair(NamedTuple):
    wait: bool = False


class Plain:
    wait = False


class Given:
    wait = False


class Connected:
    conn = None

    def setup(self):
        self.conn = made()


class Filled:
    wait = False

    def __init__(self, **options):
        for key, value in options.items():
            setattr(self, key, value)


class Quiet:
    pause = False


shared = None


def init():
    global shared
    shared = made()


def poke(plain):
    plain.wait = True


def pair(text):
    if text:
        return made(text), None
    return None, None


async def bad_field():
    config = Config(wait=True)
    helper(config.wait)  # expect: AF101


async def ok_field():
    helper(Config(wait=True).never)


async def bad_named_tuple():
    helper(Pair(wait=True).wait)  # expect: AF101


async def bad_set_from_outside():
    plain = Plain()
    poke(plain)
    helper(plain.wait)  # expect: AF101


async def bad_set_by_name():
    given = Given()
    setattr(given, "wait", True)
    helper(given.wait)  # expect: AF101


async def bad_set_later():
    connected = Connected()
    connected.setup()
    helper(connected.conn)  # expect: AF101


async def bad_filled():
    helper(Filled(wait=True).wait)  # expect: AF101


async def ok_quiet():
    helper(Quiet().pause)


async def bad_global():
    init()
    helper(shared)  # expect: AF101


async def bad_unpacked():
    first, _ = pair("yes")
    helper(first)  # expect: AF101


async def ok_unpacked():
    _, second = pair("yes")
    helper(second)


async def bad_conditional():
    first, _ = (made(), None) if made() else (None, None)
    helper(first)  # expect: AF101


async def bad_setting():
    helper(LATE)  # expect: AF101


async def ok_setting():
    helper(NEVER)


settings = {}


def signed(keys=None):
    if keys is None:
        time.sleep(0.01)


def either(text):
    return Plain() if text else next(iter(made(text)), None)


def load():
    settings["other"] = made()


async def bad_missing_key():
    signed(settings.get("keys"))  # expect: AF101


async def bad_nothing_or_something():
    signed(either(""))  # expect: AF101


async def ok_something():
    signed(Plain())
