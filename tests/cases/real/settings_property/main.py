"""Settings that are read from a file at first access."""
import json


class Settings:
    def __init__(self, path):
        self._path = path
        self._data = None

    @property
    def data(self):
        if self._data is None:
            with open(self._path) as file:
                self._data = json.load(file)
        return self._data

    def get(self, key):
        return self.data.get(key)


settings = Settings("settings.json")
NO_ORACLE = "reads a file that is not there"


async def bad_get():
    return settings.get("a")  # expect: AF105
