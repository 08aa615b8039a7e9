"""Files."""

import json
from pathlib import Path


def load_template(name):
    return _read(Path("templates") / f"{name}.txt")


def _read(path):
    return path.read_text()


class Settings:
    def __init__(self, path):
        self._path = path

    @property
    def values(self):
        return json.loads(open(self._path).read())
