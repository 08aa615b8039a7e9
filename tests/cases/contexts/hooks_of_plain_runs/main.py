"""Hooks that only run on a loop where the program has its agents run there."""
from pathlib import Path

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware

NO_ORACLE = "needs the framework"


class Plain(AgentMiddleware):
    def before_agent(self, state, runtime):
        return {"files": [path.name for path in Path("uploads").iterdir()]}


def run(model):
    return create_agent(model=model, tools=[], middleware=[Plain()]).invoke({"messages": []})


async def main():
    return None
