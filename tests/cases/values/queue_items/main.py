"""What is put into a queue is what comes out of it, also where a loop fills it."""
import queue
import sqlite3


class Pool:
    def __init__(self):
        self.connections = queue.Queue()
        for _ in range(2):
            self.connections.put_nowait(sqlite3.connect("names.sqlite"))

    async def fetch(self):
        connection = self.connections.get_nowait()
        connection.execute("select 1")  # expect: AF104


class Names:
    def __init__(self):
        self.items = queue.Queue()
        self.items.put_nowait("name")

    async def fetch(self):
        return self.items.get_nowait().upper()


async def bad_pool():
    pool = Pool()  # expect: AF104
    await pool.fetch()


async def ok_names():
    await Names().fetch()
