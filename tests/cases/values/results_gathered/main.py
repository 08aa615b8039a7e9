"""`asyncio.gather` gives the results in the order of what it is given."""
import asyncio
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


async def make(item):
    return item


async def bad_in_order():
    quiet, loud = await asyncio.gather(make(Quiet()), make(Loud()))
    loud.go()  # expect: AF101
    quiet.go()


async def bad_many():
    for item in await asyncio.gather(*[make(Loud())]):
        item.go()  # expect: AF101


async def bad_index():
    results = await asyncio.gather(make(Quiet()), make(Loud()))
    results[1].go()  # expect: AF101
    results[0].go()


async def bad_waited_for():
    item = await asyncio.wait_for(make(Loud()), 1)
    item.go()  # expect: AF101


async def ok_many():
    for item in await asyncio.gather(*[make(Quiet())]):
        item.go()


async def bad_as_completed():
    for future in asyncio.as_completed([make(Loud())]):
        (await future).go()  # expect: AF101


async def ok_as_completed():
    for future in asyncio.as_completed([make(Quiet())]):
        (await future).go()
