"""Values that travel in tuples."""
import requests


def make():
    return requests.Session(), 3


async def bad_unpacked():
    session, timeout = make()
    session.get("http://localhost", timeout=timeout)  # expect: AF102


async def bad_indexed():
    make()[0].get("http://localhost")  # expect: AF102


class Stored:
    def __str__(self):
        return requests.get("http://localhost").text


def name_all(parts):
    for name, part in parts.items():
        if part is None:
            raise ValueError(f"nothing under {name}")


def show_all(parts):
    for _, part in parts.items():
        print(f"{part}")


async def ok_name_of_pair():
    name_all({"a": Stored()})


async def bad_other_of_pair():
    show_all({"a": Stored()})  # expect: AF102
