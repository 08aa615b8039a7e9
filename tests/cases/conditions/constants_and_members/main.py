"""Arguments that are compared with constants, members of enumerations, and in `match`."""
import enum
import time

import modes
from modes import FAST, SLOW, Kind


class Level(enum.IntEnum):
    LOW = enum.auto()
    HIGH = enum.auto()


def by_constant(mode):
    if mode == SLOW:
        time.sleep(0.01)


def by_qualified_constant(mode):
    if mode != modes.SLOW:
        return
    time.sleep(0.01)


def by_member(kind):
    if kind is Kind.REMOTE:
        time.sleep(0.01)


def by_members(kind):
    if kind in (Kind.REMOTE, Kind.SHARED):
        time.sleep(0.01)


def by_value(kind):
    if kind == Kind.REMOTE.value:
        time.sleep(0.01)


def by_its_value(kind: Kind):
    if kind.value == "remote":
        time.sleep(0.01)


def by_number(level):
    if level == Level.HIGH:
        time.sleep(0.01)


def matched(kind):
    match kind:
        case Kind.LOCAL:
            return 1
        case Kind.REMOTE | Kind.SHARED:
            time.sleep(0.01)
    return 2


def matched_text(mode):
    match mode:
        case "slow":
            time.sleep(0.01)
        case "fast":
            return 1
        case _:
            return 2


def matched_rest(mode):
    match mode:
        case "fast" | None:
            return 1
        case _:
            time.sleep(0.01)
    return 2


def by_variable(mode, wanted):
    if mode == wanted:
        time.sleep(0.01)


def by_changing(mode):
    if mode == modes.current:
        time.sleep(0.01)


async def bad_constant():
    by_constant(SLOW)  # expect: AF101


async def bad_text():
    by_constant("slow")  # expect: AF101


async def ok_constant():
    by_constant(FAST)


async def bad_qualified():
    by_qualified_constant("slow")  # expect: AF101


async def ok_qualified():
    by_qualified_constant(modes.FAST)


async def bad_member():
    by_member(Kind.REMOTE)  # expect: AF101


async def bad_alias():
    by_member(Kind.FAR)  # expect: AF101


async def ok_member():
    by_member(Kind.LOCAL)


async def bad_members():
    by_members(Kind.SHARED)  # expect: AF101


async def ok_members():
    by_members(Kind.LOCAL)


async def bad_value():
    by_value("remote")  # expect: AF101


async def bad_value_of_member():
    by_value(Kind.REMOTE.value)  # expect: AF101


async def ok_value():
    by_value(Kind.LOCAL.value)


async def bad_its_value():
    by_its_value(Kind.REMOTE)  # expect: AF101


async def ok_its_value():
    by_its_value(Kind.LOCAL)


async def bad_number():
    by_number(Level.HIGH)  # expect: AF101


async def ok_number():
    by_number(Level.LOW)


async def bad_matched():
    matched(Kind.SHARED)  # expect: AF101


async def ok_matched():
    matched(Kind.LOCAL)


async def bad_matched_text():
    matched_text("slow")  # expect: AF101


async def ok_matched_text():
    matched_text("fast")


async def bad_matched_rest():
    matched_rest("any")  # expect: AF101


async def ok_matched_rest():
    matched_rest("fast")


async def bad_variable():
    by_variable("a", "a")  # expect: AF101


async def bad_changing():
    modes.choose("slow")
    by_changing("slow")  # expect: AF101


async def bad_any_of_them():
    for kind in Kind:
        by_member(kind)  # expect: AF101
