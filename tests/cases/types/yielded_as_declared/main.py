"""Generators whose bodies do not tell what they yield, but whose signatures do."""
from collections.abc import AsyncIterator, Generator, Iterator

import httpx
import requests

POOL = [requests.Session(), requests.Session()]


def sessions(config) -> Iterator[requests.Session]:
    for entry in config:
        yield entry["session"]


def sent(config) -> Generator[requests.Session, None, httpx.AsyncClient]:
    for entry in config:
        yield entry["session"]
    return config[0]["client"]


def clients(config) -> Iterator[httpx.AsyncClient]:
    for entry in config:
        yield entry["client"]


async def later(config) -> AsyncIterator[requests.Session]:
    for entry in config:
        yield entry["session"]


def configured():
    return [vars(Entry())]


class Entry:
    def __init__(self):
        self.__dict__.update(zip(("session", "client"), (POOL[0], httpx.AsyncClient())))


async def bad_iterated():
    for session in sessions(configured()):
        session.get("http://localhost")  # expect: AF102


async def bad_sent():
    for session in sent(configured()):
        session.get("http://localhost")  # expect: AF102


async def bad_later():
    async for session in later(configured()):
        session.get("http://localhost")  # expect: AF102


async def ok_asynchronous():
    for client in clients(configured()):
        try:
            await client.get("http://localhost")
        except httpx.HTTPError:
            pass
