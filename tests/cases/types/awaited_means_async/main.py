"""What is awaited is awaitable: a declared type that says otherwise is wrong, or of another version."""

import sqlite3
from typing import Union


class Rows:
    async def execute(self, text):
        return [text]


async def declared(connection: sqlite3.Connection):
    return await connection.execute("select 1")


async def either(connection: Union[sqlite3.Connection, Rows]):
    return await connection.execute("select 1")


async def ok_declared():
    return await declared(Rows())


async def ok_either():
    return await either(Rows())


async def bad_not_awaited():
    return sqlite3.connect("data.db").execute("select 1").fetchall()  # expect: AF104
