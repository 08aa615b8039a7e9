"""Names bound by `with` and `except`."""
import requests


async def bad_with():
    with requests.Session() as session:
        session.get("http://localhost")  # expect: AF102


async def ok_except():
    try:
        raise ValueError
    except ValueError as session:
        return session.args
