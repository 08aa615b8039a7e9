"""A name that is deleted and bound anew."""
import httpx
import requests


async def ok_deleted():
    client = requests.Session()
    del client
    client = httpx.AsyncClient()
    await client.get("http://localhost")
