"""The first version of the Model Context Protocol's library, which many programs still use."""

from __future__ import annotations

from harness import Maker, last, proves
from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.tools.base import Tool

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


@proves("mcp.server.fastmcp.tools.base.Tool(fn=)", "mcp.server.fastmcp.tools.base.Tool.from_function(fn=)")
async def tool_made(make: Maker, name: str) -> None:
    function = make("", "done")
    tool = Tool.from_function(function)
    if last(name) == "Tool":
        tool = Tool(**{name: getattr(tool, name) for name in Tool.model_fields})
    await tool.run({})
