"""What a `match` asks of an attribute tells objects apart: `case Tool(threaded=True)`."""
import asyncio
import time
from dataclasses import dataclass
from typing import Any, Callable


@dataclass
class Tool:
    fn: Callable[..., Any]
    threaded: bool = False
    kind: str = "a"


REG = {}


def tool(threaded=False):
    def register(fn):
        REG[fn.__name__] = Tool(fn, threaded)
        return fn

    return register


@tool(threaded=True)
def fetch():
    time.sleep(0.01)


@tool()
def read():
    return 1


@tool()
def slow():
    time.sleep(0.01)


async def bad_call(name="slow"):
    tool = REG[name]
    match tool:
        case Tool(threaded=True):
            return await asyncio.to_thread(tool.fn)
        case _:
            return tool.fn()  # expect: AF101


async def bad_each():
    for n in REG:
        await bad_call(n)


def use(tool: Tool):
    match tool:
        case Tool(kind="slow"):
            time.sleep(0.01)
        case Tool(kind="b", threaded=True):
            time.sleep(0.01)
        case Tool(threaded=False):
            pass
        case _:
            time.sleep(0.01)


async def bad_used():
    use(Tool(fetch))
    use(Tool(fetch, kind="slow"))  # expect: AF101
    use(Tool(fetch, kind="b"))
    use(Tool(fetch, True, kind="b"))  # expect: AF101
    use(Tool(fetch, True))  # expect: AF101
