"""Flags that objects were made with, where the object is made in place, passed to a coroutine, or typed."""

import asyncio
import time


class Config:
    def __init__(self, in_thread=True):
        self.in_thread = in_thread


def slow():
    time.sleep(0.01)


async def ok_made_in_place():
    config = Config()
    if config.in_thread:
        await asyncio.to_thread(slow)
    else:
        slow()


async def bad_made_in_place():
    config = Config(False)
    if config.in_thread:
        await asyncio.to_thread(slow)
    else:
        slow()  # expect: AF101


async def go(action, config):
    if config.in_thread:
        return await asyncio.to_thread(action)
    return action()


async def ok_passed_together():
    await go(slow, Config())
    await go(int, Config(False))


def cached(offload=False):
    def decorate(function):
        if offload:

            async def threaded(key):
                return await asyncio.to_thread(function, key)

            return threaded

        def wrapper(key):
            return function(key)

        return wrapper

    return decorate


@cached(offload=True)
def in_thread(_name):
    time.sleep(0.01)


@cached()
def in_place(_name):
    time.sleep(0.01)


async def ok_decorated():
    await in_thread("b")


async def bad_decorated():
    in_place("b")  # expect: AF101


class Job:
    def __init__(self, action):
        self.action = action


def run(job: Job):
    job.action()


async def ok_typed():
    run(Job(int))
    await asyncio.to_thread(run, Job(slow))


async def bad_typed():
    run(Job(slow))  # expect: AF101
