"""What runs tools and steps of agents: the Model Context Protocol's library, FastMCP, LangChain and LangGraph."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

import fastmcp
from harness import Maker, last, left_out, proves
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.embeddings import Embeddings
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.output_parsers import BaseOutputParser
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda, RunnablePassthrough, run_in_executor
from langchain_core.runnables.config import run_in_executor as run_in_executor_of_config
from langchain_core.tools import BaseTool, StructuredTool, tool
from langgraph.func import entrypoint, task
from langgraph.graph import END, START, StateGraph
from mcp.server.mcpserver import MCPServer

REQUIRES = ("mcp", "fastmcp", "langchain-core", "langgraph", "langchain")


# The Model Context Protocol


@proves("@mcp.server.mcpserver.MCPServer.{tool,resource,prompt}")
async def mcp_served(make: Maker, name: str) -> None:
    server = MCPServer("probe")
    function = make("", "done")
    if last(name) == "tool":
        server.tool()(function)
        await server.call_tool("probe", {})
    elif last(name) == "resource":
        server.resource("probe://here")(function)
        await server.read_resource("probe://here")
    else:
        server.prompt()(function)
        await server.get_prompt("probe", {})


@proves("@fastmcp.FastMCP.{tool,resource,prompt}")
async def fastmcp_served(make: Maker, name: str) -> None:
    server = fastmcp.FastMCP("probe")
    function = make("", "done")
    (server.resource("probe://here") if last(name) == "resource" else getattr(server, last(name)))(function)
    async with fastmcp.Client(server) as client:
        if last(name) == "tool":
            await client.call_tool("probe", {})
        elif last(name) == "resource":
            await client.read_resource("probe://here")
        else:
            await client.get_prompt("probe", {})


# LangChain


@proves("langchain_core.runnables.{,config.}run_in_executor(func=)")
async def langchain_thread(make: Maker, name: str) -> None:
    await (run_in_executor_of_config if "config" in name else run_in_executor)(None, make())


@proves("langchain_core.runnables.RunnableLambda(func=)")
async def langchain_lambda(make: Maker, _name: str) -> None:
    await RunnableLambda(make("given", 1)).ainvoke(1)


@proves("langchain_core.runnables.RunnablePassthrough(func=)", "langchain_core.runnables.RunnablePassthrough.assign(0)")
async def langchain_passthrough(make: Maker, name: str) -> None:
    function = make("given", 1)
    if name.endswith(".assign(0)"):
        await RunnablePassthrough.assign(key=function).ainvoke({})
    else:
        await RunnablePassthrough(function).ainvoke(1)


left_out("where the run is awaited", "langchain_core.runnables.RunnablePassthrough(func=)")


@proves("langchain_core.runnables.Runnable.with_listeners({on_start,on_end}=)")
async def langchain_listener(make: Maker, name: str) -> None:
    key = name.partition("(")[2].rstrip("=)")
    await RunnableLambda(lambda given: given).with_listeners(**{key: make("run")}).ainvoke(1)


@proves("@langchain_core.tools.tool", "langchain_core.tools.StructuredTool.from_function(func=)")
async def langchain_tool(make: Maker, name: str) -> None:
    function = make("", "done")
    if name.startswith("@"):
        await tool(function).ainvoke({})
    elif make.kind == "def":
        await StructuredTool.from_function(function).ainvoke({})


@proves("langchain_core.tools.BaseTool._run", "langchain_core.retrievers.BaseRetriever._get_relevant_documents")
@proves("langchain_core.embeddings.Embeddings.{embed_query,embed_documents}")
@proves("langchain_core.output_parsers.BaseOutputParser.parse")
async def langchain_method(make: Maker, name: str) -> None:
    bases = {
        "_run": BaseTool, "_get_relevant_documents": BaseRetriever, "embed_query": Embeddings,
        "embed_documents": Embeddings, "parse": BaseOutputParser,
    }  # fmt: skip
    members: dict[str, Any] = {
        "embed_query": lambda *_: [], "embed_documents": lambda *_: [], "__module__": "agents",
        last(name): make("self, *args, **kwargs", []),
    }  # fmt: skip
    kind = type("Probe", (bases[last(name)],), members)
    if last(name) == "_run":
        await kind(name="probe", description="probe").ainvoke({})
    elif last(name) == "_get_relevant_documents":
        await kind().ainvoke("question")
    elif last(name) == "parse":
        await kind().ainvoke("text")
    else:
        await (kind().aembed_query("x") if last(name) == "embed_query" else kind().aembed_documents(["x"]))


@proves("langchain_core.callbacks.BaseCallbackHandler.{on_chain_start,on_chain_end}")
async def langchain_callback(make: Maker, name: str) -> None:
    handler = type("Probe", (BaseCallbackHandler,), {last(name): make("self, *args, **kwargs")})()
    await RunnableLambda(lambda given: given).ainvoke(1, {"callbacks": [handler]})


@proves("langchain.agents.middleware.AgentMiddleware.{before_agent,after_agent,before_model,after_model}")
async def langchain_middleware(make: Maker, name: str) -> None:
    middleware = type("Probe", (AgentMiddleware,), {last(name): make("self, state, runtime")})()
    model = GenericFakeChatModel(messages=iter(["done"]))
    await create_agent(model, middleware=[middleware]).ainvoke({"messages": [("user", "hello")]})


# LangGraph


class State(TypedDict):
    """What the steps of a graph share."""

    said: Annotated[list[str], lambda old, new: [*old, *new]]


@proves("langgraph.graph.StateGraph.add_node(action=)", "langgraph.graph.StateGraph.add_conditional_edges(path=)")
async def langgraph_node(make: Maker, name: str) -> None:
    graph = StateGraph(State)
    is_node = "add_node" in name
    graph.add_node("one", make("state", {"said": ["x"]}) if is_node else lambda _state: {"said": ["x"]})
    graph.add_edge(START, "one")
    if is_node:
        graph.add_edge("one", END)
    else:
        graph.add_conditional_edges("one", make("state", END), [END])
    await graph.compile().ainvoke({"said": []})


@proves("@langgraph.func.{task,entrypoint}")
async def langgraph_function(make: Maker, name: str) -> None:
    if last(name) == "entrypoint":
        await entrypoint()(make("given", 1)).ainvoke(1)
        return
    step = task(make("given", 1))

    @entrypoint()
    async def flow(given: int) -> int:
        return await step(given)

    await flow.ainvoke(1)


@proves("a reducer of langgraph.graph.StateGraph")
async def langgraph_reducer(make: Maker, _name: str) -> None:
    kind = TypedDict("kind", {"said": Annotated[list[str], make("old, new", [])]})  # noqa: UP013 (made when it runs)
    graph = StateGraph(kind)
    graph.add_node("one", lambda _state: {"said": ["x"]})
    graph.add_edge(START, "one")
    await graph.compile().ainvoke({"said": []})


left_out("where the run is awaited", "a reducer of langgraph.graph.StateGraph")
