"""An alternative constructor."""
import requests


class Client:
    def __init__(self, session):
        self.session = session

    @classmethod
    def default(cls):
        return cls(requests.Session())

    async def fetch(self):
        return self.session.get("http://localhost")  # expect: AF102


async def bad_fetch():
    await Client.default().fetch()
