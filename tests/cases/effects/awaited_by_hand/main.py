"""What only coroutines call runs on the loop, whether it is a coroutine function itself or not: where they call it."""
import asyncio
import time


class Reply:
    def __await__(self):
        time.sleep(0.01)
        yield
        return 1


class Session:
    def __aenter__(self):
        time.sleep(0.01)
        return asyncio.sleep(0, self)

    def __aexit__(self, *details):
        time.sleep(0.01)
        return asyncio.sleep(0)


class Feed:
    def __init__(self):
        self.left = 1

    def __aiter__(self):
        time.sleep(0.01)
        return self

    async def __anext__(self):
        self.left -= 1
        if self.left < 0:
            raise StopAsyncIteration
        return self.left


class Quick:
    def __await__(self):
        return asyncio.sleep(0).__await__()


async def bad_await():
    await Reply()  # expect: AF101


async def bad_with():
    async with Session() as session:  # expect: AF101
        print(session)


async def bad_for():
    async for item in Feed():  # expect: AF101
        print(item)


async def ok_quick():
    await Quick()
