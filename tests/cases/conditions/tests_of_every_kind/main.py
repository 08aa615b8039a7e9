"""Tests of parameters: compared, negated, combined, by length, membership, arithmetic, and their order."""
import asyncio
import time

SLOW, QUICK = "slow", "quick"
MODES = ("slow", "slower")
LIMIT = 10


def wait():
    time.sleep(0.01)


def if_equal(mode):
    if mode == "slow":
        wait()


def if_turned(mode):
    if "slow" == mode:
        wait()


def if_constant(mode):
    if mode == SLOW:
        wait()


def if_unequal(mode):
    if mode != "slow":
        return
    wait()


def if_member(mode):
    if mode in ("slow", "slower"):
        wait()


def if_known(mode):
    if mode in MODES:
        wait()


def if_no_member(mode):
    if mode not in {"quick", "idle"}:
        wait()


def if_above(number):
    if number > 3:
        wait()


def if_at_least(number):
    if number >= 3:
        wait()


def if_below(number):
    if number < LIMIT:
        wait()


def if_between(number):
    if 1 <= number <= 3:
        wait()


def if_not(flag):
    if not flag:
        wait()


def if_both(one, other):
    if one and other:
        wait()


def if_either(one, other):
    if one or other:
        wait()


def if_neither(one, other):
    if not (one or other):
        wait()


def if_mixed(one, other, third):
    if one and (other or not third):
        wait()


def if_else(flag):
    return wait() if flag else None


def unless(flag):
    flag or wait()


def only_if(flag):
    flag and wait()


def if_prefixed(text):
    if text.startswith("slow"):
        wait()


def if_chained(mode):
    if mode == "a":
        return None
    elif mode == "b":
        wait()
    else:
        return 1
    return 2


def if_nested(one, other):
    if one:
        if not other:
            wait()


def if_local(mode):
    slow = mode == "slow"
    if slow:
        wait()


def if_negated_local(mode):
    quick = not (mode == "slow")
    if not quick:
        wait()


def if_rebound(flag):
    if flag is None:
        flag = True
    if flag:
        wait()


def if_default(flag=False, mode="quick"):
    if flag or mode == "slow":
        wait()


def while_true(number):
    while number:
        wait()
        break


def if_raised(flag):
    if not flag:
        raise ValueError
    wait()


def if_asserted(flag):
    assert flag
    wait()


def handed(flag):
    if_not(flag)


def handed_negated(flag):
    if_not(not flag)


def handed_compared(mode):
    if_not(mode != "slow")


async def bad_compared():
    if_equal("slow")  # expect: AF101
    if_equal("quick")
    if_turned("slow")  # expect: AF101
    if_turned("quick")
    if_constant(SLOW)  # expect: AF101
    if_constant(QUICK)
    if_unequal("slow")  # expect: AF101
    if_unequal("quick")
    if_member("slower")  # expect: AF101
    if_member("quick")
    if_known("slow")  # expect: AF101
    if_no_member("slow")  # expect: AF101
    if_no_member("idle")


async def bad_numbers():
    if_above(4)  # expect: AF101
    if_above(3)
    if_at_least(3)  # expect: AF101
    if_at_least(2)
    if_below(9)  # expect: AF101
    if_below(10)
    if_between(2)  # expect: AF101


async def bad_combined():
    if_not(False)  # expect: AF101
    if_not(True)
    if_not(0)  # expect: AF101
    if_not("a")
    if_both(True, True)  # expect: AF101
    if_both(True, False)
    if_both(False, True)
    if_either(False, True)  # expect: AF101
    if_either(True, False)  # expect: AF101
    if_either(False, False)
    if_neither(False, False)  # expect: AF101
    if_neither(False, True)
    if_neither(True, False)
    if_mixed(True, False, False)  # expect: AF101
    if_mixed(True, True, True)  # expect: AF101
    if_mixed(True, False, True)
    if_mixed(False, True, False)


async def bad_expressions():
    if_else(True)  # expect: AF101
    if_else(False)
    unless(False)  # expect: AF101
    unless(True)
    only_if(True)  # expect: AF101
    only_if(False)
    if_prefixed("slow")  # expect: AF101
    if_chained("b")  # expect: AF101
    if_chained("a")
    if_chained("c")
    if_nested(True, False)  # expect: AF101
    if_nested(True, True)
    if_nested(False, False)


async def bad_locals():
    if_local("slow")  # expect: AF101
    if_local("quick")
    if_negated_local("slow")  # expect: AF101
    if_negated_local("quick")
    if_rebound(None)  # expect: AF101
    if_rebound(True)  # expect: AF101
    if_rebound(False)
    if_default(True)  # expect: AF101
    if_default(mode="slow")  # expect: AF101
    if_default()
    if_default(False, "quick")
    while_true(1)  # expect: AF101
    while_true(0)


async def bad_left():
    if_raised(True)  # expect: AF101
    if_asserted(True)  # expect: AF101


async def ok_left():
    if_raised(False)


async def bad_handed():
    handed(False)  # expect: AF101
    handed(True)
    handed_negated(True)  # expect: AF101
    handed_negated(False)
    handed_compared("slow")  # expect: AF101
    handed_compared("quick")
    await asyncio.sleep(0)
