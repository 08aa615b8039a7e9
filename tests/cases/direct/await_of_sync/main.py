"""An `await` before a synchronous call does not make it async: it blocks first."""
import time


def pause():
    time.sleep(1)
    return done()


async def done():
    return 1


async def bad_awaited():
    return await pause()  # expect: AF101
