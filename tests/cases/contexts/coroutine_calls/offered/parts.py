import time


async def published(waits=False):
    if waits:
        time.sleep(1)  # expect: AF101
