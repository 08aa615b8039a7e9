"""Objects that were found not to be of a class: what callers pass of that class is not meant."""

import asyncio
import time


class Step:
    def execute(self):
        return 1


class Verify(Step):
    def execute(self):
        time.sleep(0.01)


class Copy(Step):
    def execute(self):
        time.sleep(0.01)


async def quietly(plan):
    for step in plan:
        if isinstance(step, Verify):
            await asyncio.to_thread(step.execute)
        else:
            step.execute()


async def loudly(plan):
    for step in plan:
        if isinstance(step, Verify):
            await asyncio.to_thread(step.execute)
        else:
            step.execute()  # expect: AF101


async def one(step):
    if isinstance(step, (Verify, Copy)):
        return await asyncio.to_thread(step.execute)
    return step.execute()


async def after_two(step):
    if isinstance(step, Verify):
        return
    if not isinstance(step, Copy):
        return
    step.execute()  # expect: AF101


def plainly(step):
    if isinstance(step, Verify):
        return 0
    return step.execute()


class Holder:
    def __init__(self, step):
        self.step = step

    async def run(self):
        if isinstance(self.step, Verify):
            return
        self.step.execute()


async def ok_quiet():
    await quietly([Verify(), Step()])
    await one(Verify())
    await one(Copy())
    await Holder(Verify()).run()
    plainly(Verify())


async def bad_loud():
    await loudly([Verify(), Copy()])
    await after_two(Copy())
    plainly(Copy())  # expect: AF101
