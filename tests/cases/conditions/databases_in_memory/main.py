"""A database in memory waits for nobody, nor do its cursors: the connection was told so when it was made."""
import os
import sqlite3
import tempfile

NO_ORACLE = "the stand-in of a connection takes every database for a file"

PATH = os.path.join(tempfile.gettempdir(), "antifreeze-case.sqlite")


class Store:
    def __init__(self):
        self.connection = sqlite3.connect(":memory:")
        self.file = sqlite3.connect(PATH, check_same_thread=False)

    def count(self):
        return self.connection.execute("select 1").fetchone()

    def count_in_file(self):
        return self.file.execute("select 1").fetchone()


STORE = Store()


async def bad_file():
    connection = sqlite3.connect(PATH)  # expect: AF104
    cursor = connection.cursor()
    cursor.execute("select 1")  # expect: AF104
    cursor.fetchall()  # expect: AF104
    with connection:  # expect: AF104
        connection.execute("select 1").fetchall()  # expect: AF104
    connection.close()  # expect: AF104


async def bad_store():
    STORE.count_in_file()  # expect: AF104


async def ok_memory():
    connection = sqlite3.connect(database=":memory:")
    cursor = connection.cursor()
    cursor.execute("select 1")
    cursor.fetchall()
    for _ in connection.execute("select 1"):
        pass
    with connection:
        connection.execute("select 1").fetchall()
    connection.commit()
    connection.close()


async def ok_store():
    STORE.count()
