"""A project's own module may be called like one of another library."""
from app import requests


async def ok_own():
    return requests.get("x")
