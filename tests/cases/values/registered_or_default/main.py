"""Registered functions and classes, and what is meant where nothing is registered under a key."""
import time

READERS = {}
ACTIONS = {}


def reads(name):
    def decorate(cls):
        READERS[name] = cls
        return cls

    return decorate


def acts(name):
    def decorate(function):
        ACTIONS[name] = function
        return function

    return decorate


class AnyReader:
    def read(self):
        time.sleep(0.01)


@reads("quick")
class QuickReader:
    def read(self):
        return 1


@acts("quick")
def quick():
    return 1


def slow():
    time.sleep(0.01)


def reader(name):
    return READERS.get(name, AnyReader)()


def act(name):
    ACTIONS.get(name, slow)()


def act_or_else(name):
    action = ACTIONS.get(name)
    if action is None:
        action = slow
    action()


def act_if_known(name):
    action = ACTIONS.get(name)
    if action is not None:
        action()


async def ok_registered():
    reader("quick").read()
    act("quick")
    act_or_else("quick")
    act_if_known("quick")
    act_if_known("other")


async def bad_reader():
    reader("other").read()  # expect: AF101


async def bad_at_once():
    READERS.get("other", AnyReader)().read()  # expect: AF101


async def bad_action():
    act("other")  # expect: AF101


async def bad_or_else():
    act_or_else("other")  # expect: AF101
