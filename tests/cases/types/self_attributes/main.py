"""Attributes of self, whichever method assigns them."""
import requests


class Client:
    timeout = 3

    def __init__(self):
        self.connect()

    def connect(self):
        self.session = requests.Session()

    async def fetch(self):
        return self.session.get("http://localhost", timeout=self.timeout)  # expect: AF102


async def bad_fetch():
    await Client().fetch()
