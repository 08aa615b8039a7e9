"""The first parameter of a wrapper, where methods of a class are decorated: an object of that class."""
import asyncio
import time
from functools import partial, wraps


def on_own_loop(function):
    @wraps(function)
    def wrapper(self, *args):
        self._loop.call_soon_threadsafe(partial(function, self, *args))

    return wrapper


def in_own_thread(function):
    @wraps(function)
    def wrapper(self, *args):
        return self._loop.run_in_executor(None, partial(function, self, *args))

    return wrapper


class Scheduler:
    def __init__(self):
        self._loop = asyncio.get_event_loop_policy().get_event_loop()

    @on_own_loop
    def wake(self):
        time.sleep(0.01)  # expect: AF101

    @in_own_thread
    def work(self):
        time.sleep(0.01)


async def main():
    scheduler = Scheduler()
    scheduler._loop = asyncio.get_running_loop()
    scheduler.wake()
    await scheduler.work()


ORACLE = [main]
