"""Rows that a cursor gives are no cursors: what is done with them asks nobody."""

import os
import sqlite3
import tempfile
from functools import singledispatch

NO_ORACLE = "the stand-in of a connection gives no rows"

PATH = os.path.join(tempfile.gettempdir(), "antifreeze-rows.sqlite")


async def bad_rows():
    connection = sqlite3.connect(PATH)  # expect: AF104
    names = ["name", "size"]
    for row in connection.execute("select name, size from files"):  # expect: AF104
        print(list(row), dict(zip(names, row)))
        for value in row:
            print(value)


@singledispatch
def persist(thing):
    raise TypeError(thing)


@persist.register
def _(thing: str):
    return thing


@persist.register(sqlite3.Connection)
def commit(thing):
    thing.commit()


async def ok_text(thing: str):
    return persist(thing)


async def bad_connection(thing: sqlite3.Connection):
    return persist(thing)  # expect: AF104
