"""Names bound from inside other functions."""
import requests

session = None


def connect():
    global session
    session = requests.Session()


async def bad_global():
    connect()
    session.get("http://localhost")  # expect: AF102


async def bad_nonlocal():
    client = None

    def open_client():
        nonlocal client
        client = requests.Session()

    open_client()
    client.get("http://localhost")  # expect: AF102
