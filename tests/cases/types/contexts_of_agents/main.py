"""What agents' tools get with their context, by its type argument; and declared types of what a framework keeps."""

import time
from dataclasses import dataclass

from agents import RunContextWrapper
from fastapi import Request
from pydantic_ai import Agent, RunContext

NO_ORACLE = "needs the libraries"


class Customers:
    def fetch(self):
        time.sleep(1)


@dataclass
class Deps:
    customers: Customers


agent = Agent("openai:gpt-4o", deps_type=Deps)


@agent.tool
async def customer(ctx: RunContext[Deps]) -> dict:
    return ctx.deps.customers.fetch()  # expect: AF101


async def wrapped(ctx: RunContextWrapper[Deps]) -> dict:
    return ctx.context.customers.fetch()  # expect: AF101


async def plain(ctx: RunContext[int]) -> dict:
    return ctx.deps.customers.fetch()


def pool(request: Request) -> Customers:
    return request.state.pools["customers"]


async def kept(request: Request):
    customers: Customers = request.state.pools["customers"]
    customers.fetch()  # expect: AF101
    pool(request).fetch()  # expect: AF101
