"""Resolvers that are registered under the names of fields, and what else an application calls on the loop."""

import asyncio
import time

from ariadne import MutationType, ObjectType, QueryType, SubscriptionType, make_executable_schema
from ariadne.asgi import GraphQL

NO_ORACLE = "needs the framework"

query = QueryType()
post = ObjectType("Post")
mutation = MutationType()
subscription = SubscriptionType()


@query.field("post")
def resolve_post(_, info, id):
    time.sleep(0.05)  # expect: AF101
    return {"id": id}


@query.field("later")
async def resolve_later(_, info):
    return await asyncio.to_thread(time.sleep, 0.05)


def resolve_body(found, info):
    time.sleep(0.05)  # expect: AF101
    return found["id"]


post.set_field("body", resolve_body)


@mutation.field("publish")
def resolve_publish(_, info):
    time.sleep(0.05)  # expect: AF101


@subscription.source("ticks")
async def ticks(_, info):
    yield 1


@subscription.field("ticks")
def resolve_tick(number, info):
    time.sleep(0.05)  # expect: AF101
    return number


def formatted(error, debug=False):
    time.sleep(0.05)  # expect: AF101
    return {"message": str(error)}


def unused(error, debug=False):
    time.sleep(0.05)


schema = make_executable_schema("type Query { post: String }", query, post, mutation, subscription)
application = GraphQL(schema, error_formatter=formatted)
