"""A framework that calls plain hooks on the loop, but those of a class that has asynchronous ones, too."""
from pathlib import Path

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware

NO_ORACLE = "needs the framework"


class Plain(AgentMiddleware):
    def before_agent(self, state, runtime):
        return {"files": [path.name for path in Path("uploads").iterdir()]}  # expect: AF105

    def wrap_tool_call(self, request, handler):
        return Path("a").read_text()


class Both(AgentMiddleware):
    def before_model(self, state, runtime):
        return {"text": Path("a").read_text()}

    async def abefore_model(self, state, runtime):
        return None


class Heir(Both):
    def before_model(self, state, runtime):
        return {"text": Path("b").read_text()}


async def run(model):
    agent = create_agent(model=model, tools=[], middleware=[Plain(), Heir()])
    return await agent.ainvoke({"messages": []})
