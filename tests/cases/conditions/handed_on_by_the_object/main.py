"""What a method hands to another of its own object belongs to that object, with the flags that it was made with."""
import asyncio
import time


class Directory:
    def load(self, key):
        open(__file__).close()


class Shared:
    def load(self, key):
        time.sleep(1)


class Provider:
    def __init__(self, cache, blocking=False):
        self.cache = cache
        self.blocking = blocking

    async def token(self, key):
        return await self._call(self.cache.load, key)

    async def _call(self, method, *arguments):
        if self.blocking:
            return await asyncio.to_thread(method, *arguments)
        return method(*arguments)  # expect: AF101


async def bad_both():
    await Provider(Shared()).token("a")
    await Provider(Directory(), blocking=True).token("b")
