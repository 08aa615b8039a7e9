"""A wrapper that goes by the name of the library that it wraps does not hide it, nor is it hidden by it."""
import requests

from app.clients import requests as wrapped
from app.clients import sqlite3 as memory


async def bad_library():
    requests.get("http://localhost:1")  # expect: AF102


async def bad_wrapper():
    wrapped.fetch()  # expect: AF102


async def ok_wrapper():
    wrapped.get("x")


async def ok_own_module():
    memory.connect("x").execute("select 1")
