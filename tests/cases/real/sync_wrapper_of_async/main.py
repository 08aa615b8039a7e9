"""A synchronous facade that runs a coroutine in a loop of its own."""
import asyncio

NO_ORACLE = "raises, and runs nothing"


class Client:
    async def fetch(self):
        return 1

    def fetch_sync(self):
        return asyncio.run(self.fetch())


async def bad_facade():
    return Client().fetch_sync()  # expect: AF202
