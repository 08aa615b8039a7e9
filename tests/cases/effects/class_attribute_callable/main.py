"""A class attribute that names a plain function."""
import time


def slow(self):
    time.sleep(1)


class Job:
    run = slow


async def bad_run():
    Job().run()  # expect: AF101
