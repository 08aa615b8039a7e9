"""What a module defines under a switch of its own: the other branch is never defined."""
import asyncio
import time

USE_ASYNC = True
USE_THREADS = False

if USE_ASYNC:

    async def settle():
        await asyncio.sleep(0)

else:

    async def settle():
        time.sleep(0.01)


if USE_THREADS:

    async def work():
        await asyncio.to_thread(time.sleep, 0.01)

else:

    async def work():
        time.sleep(0.01)  # expect: AF101


try:
    import a_module_that_is_missing  # noqa: F401

    HAS_MODULE = True
except ImportError:
    HAS_MODULE = False

if HAS_MODULE:

    async def load():
        await asyncio.sleep(0)

else:

    async def load():
        time.sleep(0.01)  # expect: AF101


async def main():
    await settle()
    await work()
    await load()


ORACLE = [main]
