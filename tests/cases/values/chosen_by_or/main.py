"""`or` falls back to a client of one's own."""
import requests


class Api:
    def __init__(self, session=None):
        self.session = session or requests.Session()

    async def load(self):
        self.session.get("http://localhost")  # expect: AF102


async def bad_load():
    await Api().load()
