"""An attribute that is assigned in the same function."""
import httpx
import requests


class Holder:
    client = None

    async def ok_use(self):
        self.client = httpx.AsyncClient()
        await self.client.get("http://localhost")

    async def bad_use(self):
        self.client = requests.Session()
        self.client.get("http://localhost")  # expect: AF102


async def bad_holder():
    await Holder().ok_use()
    await Holder().bad_use()
