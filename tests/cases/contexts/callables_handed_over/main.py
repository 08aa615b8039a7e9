"""Objects that can be called, handed over for the loop to call."""
import asyncio
import time


class Journal:
    def __call__(self, change):
        time.sleep(1)  # expect: AF101


class Tally:
    def __call__(self, change):
        time.sleep(1)


class Fan:
    def __init__(self, *targets):
        self.targets = targets

    def __call__(self, change):
        for target in self.targets:
            target(change)  # expect: AF105


def note(change):
    open(__file__).close()


async def bad_object():
    asyncio.get_running_loop().call_soon(Journal(), 1)
    await asyncio.sleep(0)


async def bad_through_another():
    asyncio.get_running_loop().call_soon(Fan(note), 1)
    await asyncio.sleep(0)


async def ok_in_a_thread():
    await asyncio.to_thread(Tally(), 1)
