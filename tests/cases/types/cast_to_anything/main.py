"""`cast(Any, x)` says nothing of what `x` is: it stays what it was."""
import time
from typing import Any, cast


class Job:
    def run(self):
        time.sleep(0.01)


class Light(Job):
    def run(self):
        return 1


async def bad_cast():
    cast(Any, Job()).run()  # expect: AF101


async def ok_cast():
    cast(Any, Light()).run()
