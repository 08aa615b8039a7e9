"""Tools that functions register which are given the server, each in a module of its own."""
import time

import parts
from mcp.server.fastmcp import FastMCP

NO_ORACLE = "needs the framework"


class Client:
    def ask(self) -> str:
        time.sleep(1)
        return "a"


def build() -> FastMCP:
    client = Client()
    server = FastMCP("a")

    @server.tool()
    def own() -> str:
        return client.ask()  # expect: AF101

    parts.register_all(server, client)
    return server


def migrate() -> None:
    parts.register_all(parts.Table(), Client())
