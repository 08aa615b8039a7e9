"""Parameters that take what others leave, and types that leave open what their objects run."""
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


def nap():
    time.sleep(0.01)


def glance():
    return None


@dataclass
class Job:
    run: Callable[[], None]


class Worker(Protocol):
    def work(self) -> None: ...


class Slow:
    def work(self) -> None:
        time.sleep(0.01)


class Quick:
    def work(self) -> None:
        return None


class Shape:
    def draw(self) -> None:
        return None


class Picture(Shape):
    def draw(self) -> None:
        time.sleep(0.01)


def run_all(jobs: list[Job]):
    for job in jobs:
        job.run()


def work_all(workers: list[Worker]):
    for worker in workers:
        worker.work()


def draw_all(shapes: list[Shape]):
    for shape in shapes:
        shape.draw()


def run_each(*jobs: Job):
    for job in jobs:
        job.run()


def run_named(**tasks: Callable[[], None]):
    for task in tasks.values():
        task()


def count(*names: str, **sizes: int):
    return len(names) + sum(sizes.values())


def first(function, *, then=glance):
    function()
    then()


class Both:
    def work(*args):
        args[0].rest()

    def rest(self):
        time.sleep(0.01)


async def bad_open_fields():
    run_all([Job(nap)])  # expect: AF101


async def ok_open_fields():
    run_all([Job(glance)])


async def bad_protocol():
    work_all([Slow()])  # expect: AF101


async def ok_protocol():
    work_all([Quick()])


async def bad_heirs():
    draw_all([Picture()])  # expect: AF101


async def ok_heirs():
    draw_all([Shape()])


async def bad_each():
    run_each(Job(glance), Job(nap))  # expect: AF101


async def ok_each():
    run_each(Job(glance))
    count("a", b=1)


async def bad_named():
    run_named(one=nap)  # expect: AF101


async def ok_named():
    run_named(one=glance)


async def ok_only_by_name():
    first(*[glance])


async def bad_by_place():
    first(*[nap])  # expect: AF101


async def bad_itself_among_others():
    Both().work()  # expect: AF101
