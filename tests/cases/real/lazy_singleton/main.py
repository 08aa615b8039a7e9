"""A client made at first use, under a lock."""
import threading

import requests

_lock = threading.Lock()


class Api:
    _instance = None

    @classmethod
    def instance(cls):
        with _lock:
            if cls._instance is None:
                cls._instance = cls()
        return cls._instance

    def fetch(self):
        return requests.get("http://localhost")


async def bad_fetch():
    api = Api.instance()  # expect: AF107
    api.fetch()  # expect: AF102
