"""Flags that dicts keep: of a module, a class, or the objects of a class, as tests and as arguments."""
import time

import changes
from options import OPTIONS

SETTINGS = {"sync": False, "slow": True, "mode": "fast"}
CHANGED = {"wait": False}
CHANGED["wait"] = True


def pause(wait):
    if wait:
        time.sleep(0.01)


class Service:
    DEFAULTS = {"sync": False}

    def __init__(self):
        self.flags = {"sync": False, "slow": True}
        self.open = {"sync": False}

    def allow(self):
        self.open["sync"] = True

    def run_sync(self):
        if self.flags["sync"]:
            time.sleep(0.01)

    def run_slow(self):
        if self.flags.get("slow"):
            time.sleep(0.01)

    def run_default(self):
        if self.DEFAULTS["sync"]:
            time.sleep(0.01)

    def run_open(self):
        if self.open["sync"]:
            time.sleep(0.01)


async def ok_tested():
    if SETTINGS["sync"]:
        time.sleep(0.01)
    if SETTINGS.get("sync", True):
        time.sleep(0.01)
    if SETTINGS.get("none"):
        time.sleep(0.01)
    if SETTINGS["mode"] == "slow":
        time.sleep(0.01)
    sync = SETTINGS["sync"]
    if sync:
        time.sleep(0.01)


async def bad_tested():
    if SETTINGS["slow"]:
        time.sleep(0.01)  # expect: AF101
    if SETTINGS.get("none", True):
        time.sleep(0.01)  # expect: AF101
    if SETTINGS["mode"] == "fast":
        time.sleep(0.01)  # expect: AF101


async def ok_passed():
    pause(SETTINGS["sync"])
    pause(SETTINGS.get("none", False))


async def bad_passed():
    pause(SETTINGS["slow"])  # expect: AF101
    pause(wait=SETTINGS.get("slow", False))  # expect: AF101


async def bad_changed():
    if CHANGED["wait"]:
        time.sleep(0.01)  # expect: AF101


async def bad_changed_elsewhere():
    changes.allow()
    if OPTIONS["wait"]:
        time.sleep(0.01)  # expect: AF101


async def ok_of_objects():
    Service().run_sync()
    Service().run_default()


async def bad_of_objects():
    Service().run_slow()  # expect: AF101
    service = Service()
    service.allow()
    service.run_open()  # expect: AF101
