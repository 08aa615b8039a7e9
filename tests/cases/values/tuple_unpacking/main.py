"""Values that travel in tuples."""
import requests


def make():
    return requests.Session(), 3


async def bad_unpacked():
    session, timeout = make()
    session.get("http://localhost", timeout=timeout)  # expect: AF102


async def bad_indexed():
    make()[0].get("http://localhost")  # expect: AF102
