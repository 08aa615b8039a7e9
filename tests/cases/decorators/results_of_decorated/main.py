"""What a decorated function gives: run elsewhere, or between what a context manager does before and after."""
import contextlib
import time

from asgiref.sync import sync_to_async


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


@contextlib.contextmanager
def opened():
    yield Quick()


@contextlib.contextmanager
def napping():
    time.sleep(0.01)
    yield Quick()


@sync_to_async
def made_elsewhere():
    time.sleep(0.01)
    return Slow()


@opened()
def made_between():
    return Slow()


@napping()
def made_quickly():
    return Quick()


async def bad_elsewhere():
    (await made_elsewhere()).work()  # expect: AF101


async def bad_between():
    made_between().work()  # expect: AF101


async def bad_around():
    made_quickly().work()  # expect: AF101


async def ok_entered():
    with opened() as quick:
        quick.work()
