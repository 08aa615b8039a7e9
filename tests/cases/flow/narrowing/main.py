"""Tests tell which of the possible types is meant."""
import httpx
import requests


def pick(flag):
    if flag:
        return requests.Session()
    return Harmless()


class Harmless:
    def get(self, url):
        return url


async def ok_isinstance(flag=False):
    client = pick(flag)
    if isinstance(client, Harmless):
        client.get("http://localhost")


async def bad_isinstance(flag=True):
    client = pick(flag)
    if isinstance(client, requests.Session):
        client.get("http://localhost")  # expect: AF102


async def bad_not_isinstance(flag=True):
    client = pick(flag)
    if not isinstance(client, Harmless):
        client.get("http://localhost")  # expect: AF102


async def ok_early_exit(flag=False):
    client = pick(flag)
    if not isinstance(client, Harmless):
        return
    client.get("http://localhost")


async def ok_async(client=None):
    if client is None:
        client = httpx.AsyncClient()
    await client.get("http://localhost")
