"""Each use sees the definition that reaches it."""
import httpx
import requests


async def ok_rebound():
    client = requests.Session()
    client = httpx.AsyncClient()
    await client.get("http://localhost")


async def bad_first():
    client = requests.Session()
    client.get("http://localhost")  # expect: AF102
    client = httpx.AsyncClient()
    await client.get("http://localhost")
