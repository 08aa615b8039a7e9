"""A constructor that classes have from a common base: what one of them gets, the others do not."""
import asyncio
import time


class Watcher:
    def __init__(self, callback):
        self.callback = callback


class Polling(Watcher):
    async def run(self):
        self.callback()

    async def __aenter__(self):
        self.callback()
        return self

    async def __aexit__(self, *exc):
        return None

    async def later(self):
        asyncio.get_running_loop().call_soon(self.callback)
        await asyncio.sleep(0)


class Offloading(Watcher):
    async def run(self):
        await asyncio.to_thread(self.callback)

    async def __aenter__(self):
        await asyncio.to_thread(self.callback)
        return self

    async def __aexit__(self, *exc):
        return None


class Calling(Watcher):
    async def __aenter__(self):
        self.callback()  # expect: AF101
        return self

    async def __aexit__(self, *exc):
        return None

    async def later(self):
        asyncio.get_running_loop().call_soon(self.callback)
        await asyncio.sleep(0)


def slow():
    time.sleep(1)


def as_callback():
    time.sleep(1)  # expect: AF101


def quick():
    return 1


async def ok_all():
    await Polling(quick).run()
    await Offloading(slow).run()
    async with Polling(quick) as polling, Offloading(slow):
        await polling.later()


async def bad_entered():
    async with Calling(as_callback) as calling:
        await calling.later()
