"""A package deep in the program that has a library's name, and imports it."""
from app.redis import connect
from app.redis.keys import store


async def bad_connected():
    try:
        connect().get("key")  # expect: AF104
    except Exception:
        pass


async def bad_store():
    try:
        store()  # expect: AF104
    except Exception:
        pass
