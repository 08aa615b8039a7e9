"""A callable that is passed by keyword."""
import time


def run(*, action):
    action(1)


async def bad_keyword():
    run(action=time.sleep)  # expect: AF101
