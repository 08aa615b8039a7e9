"""Items of two registries of one class, each with a switch that tells how it is run."""
from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any, Callable


@dataclass
class Tool:
    name: str
    run: Callable[..., Any]
    slow: bool = False


class Toolbox:
    def __init__(self) -> None:
        self.tools: dict[str, Tool] = {}

    def add(self, tool: Tool) -> None:
        self.tools[tool.name] = tool

    def find(self, name: str) -> Tool:
        return self.tools[name]


def search():
    time.sleep(1)


def shell():
    time.sleep(1)


def count():
    return 1


mine = Toolbox()
mine.add(Tool("search", search, slow=True))
mine.add(Tool("count", count))

yours = Toolbox()
yours.add(Tool("shell", shell))


class Agent:
    def __init__(self, toolbox: Toolbox) -> None:
        self.toolbox = toolbox

    async def ok_act(self, name):
        tool = self.toolbox.find(name)
        if tool.slow:
            await asyncio.to_thread(tool.run)
        else:
            tool.run()


class Operator:
    def __init__(self, toolbox: Toolbox) -> None:
        self.toolbox = toolbox

    async def bad_act(self, name):
        tool = self.toolbox.find(name)
        if tool.slow:
            await asyncio.to_thread(tool.run)
        else:
            tool.run()  # expect: AF101


async def ok_agent():
    agent = Agent(mine)
    await agent.ok_act("search")
    await agent.ok_act("count")


async def bad_operator():
    await Operator(yours).bad_act("shell")
