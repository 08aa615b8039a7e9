"""Flags in dicts that `**` spreads into calls, where the dict is written out before."""
import asyncio
import queue
import time


def work(wait=False, name=""):
    if wait:
        time.sleep(0.01)


async def ok_display():
    options = {"wait": False}
    work(**options)


async def bad_display():
    options = {"wait": True}
    work(**options)  # expect: AF101


async def ok_overridden():
    base = dict(wait=True, name="a")
    work(**{**base, "wait": False})


async def bad_overridden():
    base = dict(wait=False)
    work(**{"name": "b", **base, "wait": True})  # expect: AF101


async def ok_set_later():
    options = {}
    options["wait"] = False
    work(**options)


async def bad_set_later():
    options = {"wait": False}
    options["wait"] = True
    work(**options)  # expect: AF101


async def bad_changed():
    options = {"wait": False}
    options.update(wait=True)
    work(**options)  # expect: AF101


def open_options(more):
    work(**{"wait": False, **more})


async def bad_open():
    open_options({"wait": True})  # expect: AF101


def fixed(more):
    work(**{**more, "wait": False})


async def ok_fixed():
    fixed({"wait": True})


QUEUE = queue.Queue(1)


async def ok_not_blocking():
    options = {"block": False}
    try:
        QUEUE.put(1, **options)
    except queue.Full:
        pass


async def bad_blocking():
    try:
        QUEUE.get_nowait()
    except queue.Empty:
        pass
    options = {"block": True}
    QUEUE.put(1, **options)  # expect: AF107
