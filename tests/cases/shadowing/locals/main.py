"""Names that hide the module's."""
import time


class Clock:
    def sleep(self, seconds):
        return seconds


async def ok_local():
    time = Clock()
    time.sleep(1)


async def ok_parameter(time=Clock()):
    time.sleep(1)


async def bad_global():
    time.sleep(1)  # expect: AF101
