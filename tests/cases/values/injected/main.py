"""A service class whose client is injected, and used in a coroutine of its own."""
import requests


class Service:
    def __init__(self, client):
        self.client = client

    async def handle(self):
        return self.client.get("http://localhost")  # expect: AF102


service = Service(requests.Session())


async def bad_handle():
    await service.handle()
