"""An awaited call on one of two clients is meant for the async one."""
import httpx
import requests


class Api:
    def __init__(self, asynchronous):
        self.client = httpx.AsyncClient() if asynchronous else requests.Session()

    async def load(self):
        return await self.client.get("http://localhost")

    async def load_blocking(self):
        return self.client.get("http://localhost")  # expect: AF102


async def ok_awaited():
    await Api(True).load()


async def bad_sync():
    await Api(False).load_blocking()
