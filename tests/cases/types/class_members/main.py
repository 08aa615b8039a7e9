"""Members that a class declares and somebody else sets, asked of the class itself."""
from typing import ClassVar

import httpx
import requests


class Registry:
    session: requests.Session
    shared: ClassVar[requests.Session]
    client: httpx.AsyncClient
    name: str


class Derived(Registry):
    @classmethod
    async def fetch_all(cls):
        cls.session.get("http://localhost")  # expect: AF102


def configure():
    for name, value in {"session": requests.Session(), "shared": requests.Session()}.items():
        setattr(Registry, name, value)
    setattr(Registry, "client", httpx.AsyncClient())


configure()


async def bad_of_class():
    Registry.session.get("http://localhost")  # expect: AF102


async def bad_class_variable():
    Registry.shared.get("http://localhost")  # expect: AF102


async def bad_of_derived():
    Derived.session.get("http://localhost")  # expect: AF102


async def bad_through_cls():
    await Derived.fetch_all()


async def ok_asynchronous():
    try:
        await Registry.client.get("http://localhost")
    except httpx.HTTPError:
        pass
