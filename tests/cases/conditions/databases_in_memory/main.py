"""Opening a database in memory waits for nobody; what is asked of it is worked out on the loop all the same."""
import os
import sqlite3
import tempfile

NO_ORACLE = "the stand-in of a connection takes every database for a file"

PATH = os.path.join(tempfile.gettempdir(), "antifreeze-case.sqlite")


async def bad_file():
    connection = sqlite3.connect(PATH)  # expect: AF104
    cursor = connection.cursor()
    cursor.execute("select 1")  # expect: AF104
    cursor.fetchall()  # expect: AF104
    connection.close()  # expect: AF104


async def bad_asked():
    connection = sqlite3.connect(":memory:")
    connection.execute("select 1")  # expect: AF104


async def ok_opened():
    sqlite3.connect(":memory:")
    return sqlite3.connect(database=":memory:")
