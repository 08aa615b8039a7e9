"""Typed dictionaries say what stands under each key."""
from pathlib import Path
from typing import Optional, TypedDict


class Base(TypedDict):
    path: Path


class Entry(Base, total=False):
    other: Optional[Path]
    name: str


def make() -> Entry:
    return fill({})


def fill(values):
    return dict(path=Path(__file__), other=Path(__file__), name="n", **values)


async def bad_item(entry: Entry = make()):
    entry["path"].read_text()  # expect: AF105


async def bad_get(entry: Entry = make()):
    other = entry.get("other")
    if other:
        other.read_text()  # expect: AF105


async def bad_made():
    (make()["other"] or Path(__file__)).read_text()  # expect: AF105


async def bad_each(entries: list[Entry] = [make()]):
    for entry in entries:
        entry["path"].read_text()  # expect: AF105


async def bad_called():
    Entry(path=Path(__file__), name="n")["path"].read_text()  # expect: AF105


async def ok_name(entry: Entry = make()):
    entry["name"].isidentifier()
    entry.get("name", "other").isidentifier()


async def ok_unknown_key(key: str = "path"):
    make()[key].with_suffix(".txt")
