"""A local that a test before the call has found to be something, and settings with a default of their own."""
import os
import struct
import time


def load(path=None):
    if path is None:
        time.sleep(0.01)
    return path


def read(*, path=None):
    if not path:
        time.sleep(0.01)
    return path


class Store:
    def __init__(self, path=None):
        if path is None:
            time.sleep(0.01)
        self.path = path


def configured(name):
    return os.environ.get(name)


def given(*names):
    return next((name for name in names if name), None)


async def ok_default():
    load(os.environ.get("A_PATH", "/tmp"))
    load(os.getenv("A_PATH", "/tmp"))


async def ok_tested():
    path = configured("HOME")
    if path:
        load(path)
        read(path=path)


async def ok_not_none():
    path = given("a", "b")
    if path is not None:
        load(path)


async def ok_made():
    path = given("a", "b")
    if path is not None:
        Store(path)


async def bad_made():
    path = configured("A_VARIABLE_THAT_NOBODY_SETS")
    Store(path)  # expect: AF101


async def ok_returned_before():
    path = given("a", "b")
    if not path:
        return
    load(path)


async def bad_not_none_may_be_empty():
    path = given("", "")
    path = configured("A_VARIABLE_THAT_IS_EMPTY") or path
    if path is not None:
        return
    load(path)  # expect: AF101


async def bad_untested():
    load(configured("A_VARIABLE_THAT_NOBODY_SETS"))  # expect: AF101


async def bad_setting():
    load(os.environ.get("A_VARIABLE_THAT_NOBODY_SETS"))  # expect: AF101


async def bad_after_the_test():
    path = configured("A_VARIABLE_THAT_NOBODY_SETS")
    if path:
        return
    load(path)  # expect: AF101


async def ok_unpacked():
    number, _ = struct.unpack("!HH", b"abcd")
    load(number)
