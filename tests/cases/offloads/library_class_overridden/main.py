"""Classes that derive from a library's and override the method by which its others do their work."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import requests

POOL = ThreadPoolExecutor(1)


class Background(requests.Session):
    """Every request runs in a thread: what comes back is a future."""

    def request(self, *args, **kwargs):
        return asyncio.wrap_future(POOL.submit(super().request, *args, **kwargs))


class Recorded(requests.Session):
    """Answers from a recording."""

    def send(self, request, **kwargs):
        return requests.Response()


class Patient(requests.Session):
    """Waits longer, and waits all the same."""

    def request(self, method, url, **kwargs):
        kwargs.setdefault("timeout", 60)
        return super().request(method, url, **kwargs)


class Named(requests.Session):
    name = "a session"


async def ok_in_a_thread():
    session = Background()
    response = await session.get("https://example.com")
    assert response.ok
    await session.post("https://example.com", data={})


async def ok_recorded():
    assert Recorded().get("https://example.com").ok
    Recorded().request("PUT", "https://example.com")


async def bad_patient():
    Patient().get("https://example.com")  # expect: AF102


async def bad_named():
    Named().get("https://example.com")  # expect: AF102


async def bad_by_another_way():
    requests.Session.send(Recorded(), "https://example.com")  # expect: AF102
