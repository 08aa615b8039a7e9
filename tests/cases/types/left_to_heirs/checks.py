"""Checks: most are quick, so the base runs them as they are; slow ones take another way."""
import asyncio
import time
from abc import ABC, abstractmethod


class Check(ABC):
    registry: dict[str, type["Check"]] = {}

    def __init_subclass__(cls, name="", **kwargs):
        super().__init_subclass__(**kwargs)
        if name:
            Check.registry[name] = cls

    @abstractmethod
    def run(self): ...

    async def arun(self):
        return self.run()  # expect: AF101

    async def guarded(self):
        return self.run()  # expect: AF105

    async def repeated(self):
        return self.twice()  # expect: AF101

    def twice(self):
        return self.run()


class Slow(Check, name="slow"):
    def run(self):
        time.sleep(1)

    async def guarded(self):
        return None


class Threaded(Check):
    """None of what the base does with `run` happens to these."""

    async def arun(self):
        return await asyncio.to_thread(self.run)

    async def guarded(self):
        return await asyncio.to_thread(self.run)

    def twice(self):
        return None


class Fetch(Threaded, name="fetch"):
    def run(self):
        open("fetched").close()


class Polite(Check, name="polite"):
    async def guarded(self):
        await asyncio.sleep(0)
        return await super().guarded()

    async def arun(self):
        return None

    def twice(self):
        return None

    def run(self):
        open("polite").close()
