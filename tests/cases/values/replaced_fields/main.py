"""`dataclasses.replace` makes an object with other fields; what is not given stays."""
import copy
import dataclasses
import time
from dataclasses import dataclass, field
from typing import Callable


def slow():
    time.sleep(0.01)


def quick():
    return 1


@dataclass
class Job:
    run: Callable = quick
    after: Callable = quick
    name: str = ""


@dataclass(frozen=True)
class Options:
    job: Job = field(default_factory=Job)
    wait: bool = False


def with_run(job: Job, run):
    return dataclasses.replace(job, run=run)


def work(options):
    if options.wait:
        time.sleep(0.01)


async def bad_replaced():
    dataclasses.replace(Job(), run=slow).run()  # expect: AF101


async def bad_kept():
    dataclasses.replace(Job(after=slow), run=quick).after()  # expect: AF101


async def bad_by_helper():
    with_run(Job(), slow).run()  # expect: AF101


async def bad_nested():
    dataclasses.replace(Options(), job=Job(slow)).job.run()  # expect: AF101


async def bad_unpacked():
    dataclasses.replace(Job(slow), **{"name": "x"}).run()  # expect: AF101


async def bad_flag():
    work(dataclasses.replace(Options(), wait=True))  # expect: AF101


async def bad_copied():
    copy.copy(Job(slow)).run()  # expect: AF101


async def ok_replaced():
    dataclasses.replace(Job(slow), run=quick).run()
    dataclasses.replace(Job(slow), run=quick, name="x").after()
    with_run(Job(), quick).run()


async def ok_flag():
    work(dataclasses.replace(Options(), job=Job(slow)))
    work(dataclasses.replace(Options(wait=True), wait=False))
