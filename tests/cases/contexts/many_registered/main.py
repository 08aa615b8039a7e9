"""A helper that registers whatever it is given with a framework registers all of it, however much that is.

NO_ORACLE: mcp is not installed.
"""
import requests
from mcp.server import FastMCP


class Module:
    def __init__(self):
        self.tools = []

    def _add_tool(self, server: FastMCP, method, name: str) -> None:
        server.add_tool(method, name=f"x_{name}")
        self.tools.append(name)

    def register(self, server: FastMCP) -> None:
        self._add_tool(server, self.one, name="one")
        self._add_tool(server, self.two, name="two")
        self._add_tool(server=server, method=self.three, name="three")
        self._add_tool(server, self.four, name="four")
        self._add_tool(server, self.five, name="five")
        self._add_tool(server, self.six, name="six")
        self._add_tool(server, self.seven, name="seven")
        self._add_tool(server, self.eight, name="eight")
        self._add_tool(server, self.nine, name="nine")
        self._add_tool(server, self.ten, name="ten")

    def one(self):
        return requests.get("http://localhost:1")  # expect: AF102

    def two(self):
        return "two"

    def three(self):
        return requests.get("http://localhost:3")  # expect: AF102

    def four(self):
        return "four"

    def five(self):
        return "five"

    def six(self):
        return "six"

    def seven(self):
        return "seven"

    def eight(self):
        return "eight"

    def nine(self):
        return "nine"

    def ten(self):
        return requests.get("http://localhost:10")  # expect: AF102

    def not_registered(self):
        return requests.get("http://localhost:11")
