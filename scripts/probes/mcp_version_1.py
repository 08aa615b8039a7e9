"""The first version of the Model Context Protocol's library, which many programs still use."""

from __future__ import annotations

from harness import Maker, last, proves
from mcp.server.fastmcp import FastMCP

REQUIRES = ("mcp==1.30.0",)


@proves("@mcp.server.fastmcp.FastMCP.{tool,resource,prompt}", "mcp.server.fastmcp.FastMCP.add_tool(fn=)")
async def served(make: Maker, name: str) -> None:
    server = FastMCP("probe")
    function = make("", "done")
    if last(name) == "add_tool":
        server.add_tool(function)
        await server.call_tool("probe", {})
    elif last(name) == "tool":
        server.tool()(function)
        await server.call_tool("probe", {})
    elif last(name) == "resource":
        server.resource("probe://here")(function)
        await server.read_resource("probe://here")
    else:
        server.prompt()(function)
        await server.get_prompt("probe", {})
