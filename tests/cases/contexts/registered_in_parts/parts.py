import asyncio
import time

import more


class Table:
    """Has a decorator of the same name, which keeps what it is given."""

    def __init__(self):
        self.found = []

    def tool(self):
        return lambda function: self.found.append(function) or function


def register_all(server, client):
    register(server, client)
    more.register(Table())


def register(server, client):
    @server.tool()
    def status() -> str:
        time.sleep(1)  # expect: AF101
        return client.ask()  # expect: AF101

    @server.tool()
    async def later() -> str:
        return await asyncio.to_thread(client.ask)
