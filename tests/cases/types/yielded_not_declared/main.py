"""Generators are asked for what they yield, rather than for what their signatures say."""
import time
from collections.abc import Iterator
from typing import Any, Protocol, cast


class Job:
    def run(self):
        time.sleep(0.01)


class Light(Job):
    def run(self):
        return 1


def jobs() -> Iterator[Job]:
    yield Light()


def heavy() -> Iterator[Job]:
    yield Job()


async def ok_yielded():
    for job in jobs():
        job.run()


async def bad_yielded():
    for job in heavy():
        job.run()  # expect: AF101
