"""A table that is asked with a default gives the default where it has no such key."""
import time


def slow():
    time.sleep(0.01)


def quick():
    return 1


HARMLESS = {"quick": quick}
BOTH = {"slow": slow, "quick": quick}


def asked(name):
    return HARMLESS.get(name, slow)()


def asked_of_both(name):
    return BOTH.get(name, quick)()


def made(name):
    return {"slow": slow, "quick": quick}.get(name, quick)()


async def bad_default():
    asked("unknown")  # expect: AF101


async def bad_known():
    asked_of_both("slow")  # expect: AF101
    made("slow")  # expect: AF101


async def ok_known():
    asked("quick")
    asked_of_both("quick")
    made("quick")


async def ok_default():
    asked_of_both("unknown")
    made("unknown")
