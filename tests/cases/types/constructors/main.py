"""Receivers made by calling their class, directly and in helpers."""
import requests


def make():
    return requests.Session()


def make_twice():
    session = make()
    return session


async def bad_direct():
    requests.Session().get("http://localhost")  # expect: AF102


async def bad_returned():
    make_twice().get("http://localhost")  # expect: AF102
