"""Loaders and dumpers of a library read and write the files that they are given; texts and buffers block nobody."""
import io
from pathlib import Path

import yaml

NO_ORACLE = "the library need not be installed"


def load(path: Path):
    with path.open() as file:  # the opening and the reading are two sinks
        return yaml.safe_load(file)


async def bad_loaded():
    load(Path("settings.yaml"))  # expect: AF105


async def bad_here():
    with open("settings.yaml", "w") as file:  # expect: AF105
        yaml.safe_dump({}, file)  # expect: AF105
        yaml.dump({}, stream=file)  # expect: AF105


async def ok_texts(text: str):
    yaml.safe_load(text)
    yaml.safe_load("a: 1")
    yaml.safe_load(io.StringIO("a: 1"))
    return yaml.dump({})
