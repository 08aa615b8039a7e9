"""Pairs of a function and a flag: where the flag is tested, only the functions beside such a flag are called."""
import asyncio
import time


class Pipeline:
    def __init__(self):
        self.steps = []

    def add(self, step, heavy=False):
        self.steps.append((step, heavy))

    async def run(self):
        for step, heavy in self.steps:
            if heavy:
                await asyncio.to_thread(step)
            else:
                step()  # expect: AF101

    async def run_in_one(self):
        for step, heavy in self.steps:
            await asyncio.to_thread(step) if heavy else step()  # expect: AF101

    async def run_all(self):
        for step, _heavy in self.steps:
            step()  # expect: AF101, AF105


def light():
    time.sleep(1)


def heavy():
    open(__file__).close()


async def bad_run():
    pipeline = Pipeline()
    pipeline.add(light)
    pipeline.add(heavy, heavy=True)
    await pipeline.run()
    await pipeline.run_in_one()
    await pipeline.run_all()
