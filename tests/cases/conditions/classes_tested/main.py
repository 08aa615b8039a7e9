"""Tests of an argument's class: what stands under one runs for objects that may pass it."""
import asyncio
import io
import time
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path


class Mail:
    pass


class Express(Mail):
    pass


class Note:
    def show(self):
        return "note"


class Both(Mail, Note):
    pass


def some_object() -> object:
    return Mail()


def note() -> Note:
    return Both()


def deliver(item):
    if isinstance(item, Mail):
        time.sleep(0.01)


async def ok_another_class():
    deliver(Note())


async def bad_that_class():
    deliver(Mail())  # expect: AF101


async def bad_any_object():
    deliver(some_object())  # expect: AF101


async def bad_heir_of_two():
    deliver(note())  # expect: AF101


def when_text(item):
    if isinstance(item, str):
        time.sleep(0.01)


async def bad_by_its_shape(key: Hashable = "a"):
    when_text(key)  # expect: AF101


async def bad_an_heir():
    deliver(Express())  # expect: AF101


def unless_text(item):
    if isinstance(item, (str, bytes)):
        return item
    time.sleep(0.01)
    return item


async def ok_a_text():
    unless_text("a")
    unless_text(b"a")
    unless_text(str(3))


async def bad_a_number():
    unless_text(3)  # expect: AF101


async def bad_nothing():
    unless_text(None)  # expect: AF101


def chain(item):
    if isinstance(item, str):
        return 1
    elif isinstance(item, Mail):
        time.sleep(0.01)
    elif isinstance(item, Note | int):
        return 2
    return 3


async def ok_other_links():
    chain("a")
    chain(Note())
    chain(1)


async def bad_second_link():
    chain(Mail())  # expect: AF101


def with_flag(item, slow=False):
    if isinstance(item, Note):
        if slow:
            time.sleep(0.01)


async def ok_without_flag():
    with_flag(Note())
    with_flag(Mail(), slow=True)


async def bad_with_flag():
    with_flag(Note(), slow=True)  # expect: AF101


def after_joining(item, slow=False):
    if isinstance(item, Note):
        item.show()
    if isinstance(item, Mail) and slow:
        time.sleep(0.01)


async def ok_joined():
    after_joining(Note(), slow=True)
    after_joining(Mail())


async def bad_joined():
    after_joining(Mail(), slow=True)  # expect: AF101


def either(item):
    if isinstance(item, Mail) or isinstance(item, str):
        time.sleep(0.01)


async def ok_neither():
    either(Note())


async def bad_one_of_two():
    either("a")  # expect: AF101


def matched(item):
    match item:
        case Note():
            return 1
        case Mail() | str():
            time.sleep(0.01)
        case int(n) if n > 3:
            time.sleep(0.01)
    return 2


async def ok_matched():
    matched(Note())
    matched(b"x")


async def bad_matched():
    matched(Express())  # expect: AF101
    matched(5)  # expect: AF101


def not_matched(item):
    match item:
        case Note():
            pass
        case _:
            time.sleep(0.01)


async def ok_not_matched():
    not_matched(Note())


async def bad_not_matched():
    not_matched("a")  # expect: AF101


def load(source):
    if hasattr(source, "read"):
        return source.read()
    with open(source) as file:
        return file.read()


async def ok_readable():
    load(io.StringIO("a"))


async def bad_a_name():
    Path("a").write_text("a")  # expect: AF105
    load("a")  # expect: AF105


class Sender:
    def __init__(self, channel):
        self.channel = channel

    def send(self):
        if isinstance(self.channel, Mail):
            time.sleep(0.01)


async def ok_kept():
    Sender(Note()).send()


async def bad_kept():
    Sender(Mail()).send()  # expect: AF101


async def handle(item):
    if isinstance(item, Mail):
        time.sleep(0.01)  # expect: AF101


async def ok_handled():
    await handle(Note())


async def bad_handled():
    await handle(Express())


@dataclass
class Parcel:
    content: object


def unpack(parcel):
    if isinstance(parcel.content, Mail):
        time.sleep(0.01)


async def ok_unpacked():
    unpack(Parcel(Note()))


async def bad_unpacked():
    unpack(Parcel(Mail()))  # expect: AF101


def rebound(item):
    if isinstance(item, str):
        item = Mail()
    if isinstance(item, Mail):
        time.sleep(0.01)


async def bad_rebound():
    rebound("a")  # expect: AF101


def outer(item):
    def inner():
        if isinstance(item, Mail):
            time.sleep(0.01)
    return inner


async def ok_captured():
    outer(Note())()


async def bad_captured():
    outer(Mail())()  # expect: AF101
