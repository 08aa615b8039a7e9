"""Several tests in one: what stands under `a or b` is reached where either lets it pass."""
import asyncio
import time


def either(first=False, second=False):
    if first or second:
        time.sleep(0.01)


def only_first(first=False, second=False):
    if not (first and not second):
        return
    time.sleep(0.01)


def unless_neither(first=False, second=False):
    if not first and not second:
        return
    time.sleep(0.01)


def by_name(kind, force=False):
    if kind == "slow" or force:
        time.sleep(0.01)


def with_unknown(first=False):
    if first or len(str(first)) > 3:
        time.sleep(0.01)


def unless_running(first=False):
    loop = asyncio.get_running_loop()
    if first or loop.is_running():
        return
    time.sleep(0.01)


def choosing(first=False, second=False):
    def decorator(function):
        def wrapper(*args):
            if first or second:
                time.sleep(0.01)
            return function(*args)

        return wrapper

    return decorator


@choosing()
def quick():
    return 1


@choosing(second=True)
def slow():
    return 1


async def ok_parameters():
    either()
    only_first()
    only_first(True, True)
    unless_neither()
    by_name("quick")
    unless_running()


async def ok_captured():
    quick()


async def bad_parameters():
    either(True)  # expect: AF101
    either(second=True)  # expect: AF101
    only_first(True)  # expect: AF101
    unless_neither(second=True)  # expect: AF101
    unless_neither(first=True)  # expect: AF101
    by_name("slow")  # expect: AF101
    by_name("quick", True)  # expect: AF101
    by_name("quick", force=True)  # expect: AF101


async def bad_captured():
    slow()  # expect: AF101


async def bad_unknown():
    with_unknown()  # expect: AF101
