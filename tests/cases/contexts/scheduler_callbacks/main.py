"""A scheduler that was given its loop hands it a closure over the function to run."""
import asyncio
import time


class Scheduler:
    def __init__(self, loop):
        self.loop = loop

    def every(self, seconds, function, *arguments):
        def tick():
            function(*arguments)  # expect: AF101

        self.loop.call_later(seconds, tick)


def slow(seconds):
    time.sleep(seconds)


async def bad_schedule():
    loop = asyncio.get_running_loop()
    Scheduler(loop).every(0, slow, 0.01)
    await asyncio.sleep(0.05)
