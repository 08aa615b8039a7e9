"""A class leaves both the flag that is tested and the method to its heirs: only those that pass count."""
import abc
import asyncio
import time


class Step(abc.ABC):
    blocking = False

    @abc.abstractmethod
    def run(self): ...


class Slow(Step):
    blocking = True

    def run(self):
        time.sleep(0.01)


class Quick(Step):
    def run(self):
        return 1


class Plain:
    """Has a method of its own, which an heir with another flag keeps."""

    blocking = False

    def run(self):
        return 1


class PlainHeir(Plain):
    blocking = True

    def run(self):
        time.sleep(0.01)


class Worker:
    def __init__(self, step: Step):
        self.step = step

    async def work(self):
        if self.step.blocking:
            await asyncio.to_thread(self.step.run)
        else:
            self.step.run()

    async def work_badly(self):
        if self.step.blocking:
            self.step.run()  # expect: AF101
        else:
            await asyncio.to_thread(self.step.run)


async def drive(step: Step):
    if step.blocking:
        await asyncio.to_thread(step.run)
    else:
        step.run()


async def drive_badly(step: Step):
    if not step.blocking:
        await asyncio.to_thread(step.run)
    else:
        step.run()  # expect: AF101


async def bad_plain():
    for plain in (Plain(), PlainHeir()):
        if plain.blocking:
            plain.run()  # expect: AF101


def provide(function, **given):
    return function(**given)


async def bad_driven():
    await provide(drive_badly, **{"step": Slow()})


async def bad_worker():
    for kind in (Slow, Quick):
        await Worker(kind()).work_badly()


async def ok_driven():
    await provide(drive, **{"step": Slow()})
    await provide(drive, **{"step": Quick()})


async def ok_worker():
    await Worker(Slow()).work()
    await Worker(Quick()).work()
