"""A synchronous database driver."""
import sqlite3


async def bad_query():
    connection = sqlite3.connect("app.db")  # expect: AF104
    connection.execute("select 1")  # expect: AF104
    connection.commit()  # expect: AF104


async def bad_cursor():
    cursor = sqlite3.connect("app.db").cursor()  # expect: AF104
    cursor.execute("select 1")  # expect: AF104
