"""An attribute of an attribute."""
import requests


class Http:
    def __init__(self):
        self.session = requests.Session()


class Api:
    def __init__(self):
        self.http = Http()


class Service:
    def __init__(self):
        self.api = Api()

    async def load(self):
        return self.api.http.session.get("http://localhost")  # expect: AF102


async def bad_load():
    await Service().load()
