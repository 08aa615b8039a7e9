"""What is passed to the implementations of a generic function, of those that the first argument lets run."""
import time
from functools import singledispatch


class Job:
    pass


class Task:
    pass


def pause():
    time.sleep(0.01)


def go_on():
    return 1


@singledispatch
async def handle(job, action):
    return job


@handle.register
async def _(job: Job, action):
    action()  # expect: AF101


@handle.register
async def _of_task(job: Task, action):
    action()


async def ok_start():
    await handle(Job(), pause)
    await handle(Task(), go_on)
