"""Where branches join, either definition may arrive."""
import httpx
import requests


def make(kind):
    return kind


async def bad_either(kind=True):
    if kind:
        client = requests.Session()
    else:
        client = httpx.Client()
    client.get("http://localhost")  # expect: AF102


async def ok_returned(kind=False):
    client = requests.Session()
    if not kind:
        return None
    client.close()
