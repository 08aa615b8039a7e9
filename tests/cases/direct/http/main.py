"""Synchronous HTTP."""
import requests


async def bad_get():
    return requests.get("http://localhost").json()  # expect: AF102


async def bad_session():
    with requests.Session() as session:
        session.post("http://localhost")  # expect: AF102
