"""`getattr` with a literal name reads a property like a dot does; a proxy hands every name on."""
import sqlite3
import time


class Settings:
    @property
    def secret(self):
        time.sleep(0.01)
        return "s"

    @property
    def name(self):
        return "n"


class Lazy:
    def __init__(self, factory):
        self.factory = factory

    def __getattr__(self, name):
        return getattr(self.factory(), name)


connection = Lazy(lambda: sqlite3.connect("names.sqlite"))


async def bad_property():
    return getattr(Settings(), "secret")  # expect: AF101


async def bad_proxy():
    connection.execute("select 1")  # expect: AF104


async def ok_property():
    return getattr(Settings(), "name", None)
