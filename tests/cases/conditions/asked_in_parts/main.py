"""Tests of several parts of which not all are known, and of locals that are made of parameters."""
import asyncio
import sys
import time


def has_loop():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def is_known():
    return has_loop() and has_loop()


def is_half_known():
    return has_loop() and len(sys.argv) > 1000


def is_false():
    return len(sys.argv) > 1000 and not has_loop()


def wait_unless_known():
    if not is_known():
        time.sleep(0.01)


def wait_unless_half_known():
    if not is_half_known():
        time.sleep(0.01)


def wait_if_half_known():
    if is_half_known():
        return
    time.sleep(0.01)


def wait_if_false():
    if is_false():
        time.sleep(0.01)


def by_text(first=False):
    text = "" if first is None else str(first)
    if text:
        time.sleep(0.01)


def by_text_of_branches(first=False):
    if first is None:
        text = ""
    else:
        text = str(first)
    if text:
        time.sleep(0.01)


def by_truth_of_branches(first=False):
    if first is None:
        flag = False
    else:
        flag = bool(first)
    if flag:
        time.sleep(0.01)


def by_nothing(first=False):
    if first:
        flag = ""
    else:
        flag = None
    if flag:
        time.sleep(0.01)


async def ok_parts():
    wait_unless_known()
    wait_if_false()


async def bad_unless_half_known():
    wait_unless_half_known()  # expect: AF101


async def bad_if_half_known():
    wait_if_half_known()  # expect: AF101


async def bad_text():
    by_text(False)  # expect: AF101


async def bad_text_of_branches():
    by_text_of_branches(False)  # expect: AF101


async def ok_truth():
    by_truth_of_branches(False)
    by_nothing(True)


async def bad_truth():
    by_truth_of_branches(True)  # expect: AF101
