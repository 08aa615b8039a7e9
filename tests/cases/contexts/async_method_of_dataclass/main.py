"""Coroutines as methods of a dataclass."""
from dataclasses import dataclass
import time


@dataclass
class Job:
    seconds: int = 1

    async def run(self):
        time.sleep(self.seconds)  # expect: AF101


async def bad_run():
    await Job().run()
