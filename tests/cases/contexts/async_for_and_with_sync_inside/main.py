"""Plain helpers inside asynchronous blocks."""
import asyncio
import time


class Resource:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return None

    def use(self):
        time.sleep(1)


async def bad_used():
    async with Resource() as resource:
        resource.use()  # expect: AF101


async def items():
    yield 1
    await asyncio.sleep(0)


async def bad_in_loop():
    async for _ in items():
        time.sleep(1)  # expect: AF101
