"""A coroutine function is judged for what its calls pass, where the program makes all of them."""
import asyncio
import json
import time

import offered
from offered import published
from tools import pause as rest
from tools import run


def slow():
    time.sleep(1)


def quick():
    return 1


def slow_again():
    time.sleep(1)


async def ok_in_a_thread():
    await run(slow, threaded=True)
    await run(quick)


async def bad_at_once():
    await run(slow_again)


async def by_way_of_another(work, threaded):
    await run_once(work, threaded)


async def run_once(work, threaded):
    if not threaded:
        return work()
    return await asyncio.to_thread(work)


async def ok_by_way_of_another():
    await by_way_of_another(slow, True)


class Reader:
    def __init__(self, path):
        self.path = path

    async def read(self, kind="json", check=False):
        if check:
            open(self.path).close()  # expect: AF105
        if kind == "text":
            return open(__file__).read()
        decode = json.loads if kind == "json" else self.decode
        return decode("1")

    def decode(self, text):
        time.sleep(1)
        return text


async def ok_method():
    await Reader(__file__).read()


async def bad_method():
    await Reader(__file__).read("json", check=True)


async def waited(seconds=0):
    if seconds:
        time.sleep(1)  # expect: AF101
    await asyncio.sleep(0)


async def waited_in_vain(seconds=0):
    if seconds:
        time.sleep(1)
    await asyncio.sleep(0)


async def bad_handed_over():
    await asyncio.gather(waited(), *map(waited, (1,)))


async def ok_never_asked_for():
    await waited_in_vain()


async def bad_offered_to_others():
    await published()
    await vars(offered)["published"](True)


async def ok_imported_under_another_name():
    await rest(None)


async def outer_function():
    async def inner(seconds):
        if seconds:
            time.sleep(1)  # expect: AF101

    return inner


async def bad_inner():
    await inner_of(await outer_function())


async def inner_of(function):
    await function(1)
