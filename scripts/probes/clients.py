"""Clients and servers of protocols, and small helpers, that take callbacks."""

from __future__ import annotations

import asyncio
import concurrent.futures
from typing import Any

import ariadne
import ariadne.asgi
import grpc
import httpx
import pyee.asyncio
import slixmpp
import strawberry
import tenacity
import websockets
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from graphql import GraphQLError
from harness import LOOP, Maker, last, left_out, proves, read
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

REQUIRES = (
    "websockets", "grpcio", "tenacity", "pyee", "apscheduler", "strawberry-graphql", "asyncpg", "aiokafka", "pika",
    "zeroconf", "slixmpp", "ariadne", "httpx", "sqlalchemy", "greenlet", "aiosqlite",
)  # fmt: skip


@proves("websockets.serve({process_request,process_response,select_subprotocol}=)")
async def websockets_served(make: Maker, name: str) -> None:
    async def talk(connection: Any) -> None:
        await connection.send("hello")

    key = name.partition("(")[2].rstrip("=)")
    more = {"subprotocols": ["probe"]} if key == "select_subprotocol" else {}
    async with websockets.serve(talk, "127.0.0.1", 0, **{key: make("*args")}) as server:
        port = server.sockets[0].getsockname()[1]
        async with websockets.connect(f"ws://127.0.0.1:{port}", **more) as connection:
            await connection.recv()


# gRPC


SERVICE = "Probe"


async def grpc_asked(handler: Any, use: Any = None) -> None:
    """Serve one method, and call it."""
    server = grpc.aio.server(concurrent.futures.ThreadPoolExecutor())
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(SERVICE, {"Ask": handler})])
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        call = channel.unary_unary(f"/{SERVICE}/Ask")(b"hello")
        if use is not None:
            use(call)
        await call
    await server.stop(None)
    await asyncio.sleep(0.1)


@proves("grpc.unary_unary_rpc_method_handler(behavior=)")
async def grpc_handler(make: Maker, _name: str) -> None:
    await grpc_asked(grpc.unary_unary_rpc_method_handler(make("request, context", b"done")))


@proves("grpc.aio.{Call,ServicerContext}.add_done_callback(callback=)")
async def grpc_done(make: Maker, name: str) -> None:
    async def answer(_request: bytes, context: Any) -> bytes:
        if "Servicer" in name:
            context.add_done_callback(make())
        return b"done"

    handler = grpc.unary_unary_rpc_method_handler(answer)
    await grpc_asked(handler, None if "Servicer" in name else lambda call: call.add_done_callback(make()))


@proves("grpc.unary_unary_rpc_method_handler({request_deserializer,response_serializer}=)")
async def grpc_serializer(make: Maker, name: str) -> None:
    async def answer(_request: bytes, _context: Any) -> bytes:
        return b"done"

    key = name.partition("(")[2].rstrip("=)")
    await grpc_asked(grpc.unary_unary_rpc_method_handler(answer, **{key: make("message", b"done")}))


left_out(
    "where the server is an asynchronous one", "grpc.unary_unary_rpc_method_handler(request_deserializer=)",
    "grpc.unary_unary_rpc_method_handler(response_serializer=)",
)  # fmt: skip


# Helpers


@proves("tenacity.AsyncRetrying({before,after,before_sleep,retry_error_callback}=)")
@proves("tenacity.retry({before,after,before_sleep,retry_error_callback}=)")
async def tenacity_callback(make: Maker, name: str) -> None:
    async def fail() -> None:
        raise KeyError

    given = {name.partition("(")[2].rstrip("=)"): make("state"), "stop": tenacity.stop_after_attempt(2)}
    if "Async" in name:
        await tenacity.AsyncRetrying(**given)(fail)
    else:
        await tenacity.retry(**given)(fail)()


left_out(
    "where it decorates a coroutine function",
    *(f"tenacity.retry({key}=)" for key in ("before", "after", "before_sleep", "retry_error_callback")),
)


@proves("pyee.asyncio.AsyncIOEventEmitter.{on,once}(f=)", "@pyee.asyncio.AsyncIOEventEmitter.{on,once}")
@proves("pyee.asyncio.AsyncIOEventEmitter.add_listener(f=)")
async def pyee_event(make: Maker, name: str) -> None:
    emitter = pyee.asyncio.AsyncIOEventEmitter()
    if name.startswith("@"):
        getattr(emitter, last(name))("said")(make())
    else:
        getattr(emitter, last(name))("said", make())
    emitter.emit("said")
    await asyncio.sleep(0.05)


@proves("apscheduler.schedulers.asyncio.AsyncIOScheduler.add_job(func=)")
@proves("apscheduler.schedulers.asyncio.AsyncIOScheduler.add_listener(callback=)")
async def apscheduler_job(make: Maker, name: str) -> None:
    scheduler = AsyncIOScheduler()
    if last(name) == "add_job":
        scheduler.add_job(make(""))
    else:
        scheduler.add_listener(make("event"))
        scheduler.add_job(print)
    scheduler.start()
    await asyncio.sleep(0.3)
    scheduler.shutdown()


@proves("slixmpp.XMLStream.add_event_handler(pointer=)", "slixmpp.XMLStream.schedule(callback=)")
async def slixmpp_handler(make: Maker, name: str) -> None:
    client = slixmpp.ClientXMPP("probe@localhost", "secret")
    if last(name) == "schedule":
        client.schedule("probe", 0, make(""))
    else:
        client.add_event_handler("probe", make("data"))
        client.event("probe", {})
    await asyncio.sleep(0.05)


@proves("@strawberry.{field,mutation}", "strawberry.{field,mutation}(resolver=)")
@proves("strawberry.BasePermission.has_permission")
async def strawberry_resolver(make: Maker, name: str) -> None:
    allowed = type("Allowed", (strawberry.BasePermission,), {last(name): make("self, source, info, **kwargs", True)})
    function = (lambda: "done") if last(name) == "has_permission" else make("", "done")
    function.__annotations__["return"] = str
    make_field = strawberry.mutation if last(name) == "mutation" else strawberry.field
    permissions = [allowed] if last(name) == "has_permission" else []
    if name.endswith("(resolver=)"):
        said = make_field(resolver=function)
    else:
        said = make_field(function, permission_classes=permissions)
    kind = strawberry.type(type("Query", (), {"said": said}))
    outcome = await strawberry.Schema(kind).execute("{ said }")
    if outcome.errors:
        raise GraphQLError(str(outcome.errors))


def ariadne_schema(kind: Any, more: str = "") -> Any:
    text = f"type Query {{ said: String }} {more}"
    return ariadne.make_executable_schema(text, kind)


@proves("@ariadne.QueryType.field", "ariadne.QueryType.set_field(resolver=)")
@proves("@ariadne.ObjectType.field", "ariadne.ObjectType.set_field(resolver=)")
@proves("@ariadne.MutationType.field", "ariadne.MutationType.set_field(resolver=)")
async def ariadne_resolver(make: Maker, name: str) -> None:
    is_change = "MutationType" in name
    kind = ariadne.MutationType() if is_change else ariadne.QueryType()
    if name.startswith("@"):
        kind.field("said")(make("*given", "done"))
    else:
        kind.set_field("said", make("*given", "done"))
    schema = ariadne_schema(kind, "type Mutation { said: String }" if is_change else "")
    worked, outcome = await ariadne.graphql(schema, {"query": "mutation { said }" if is_change else "{ said }"})
    if not worked or outcome.get("errors"):
        raise GraphQLError(str(outcome))


@proves("@ariadne.SubscriptionType.field")
async def ariadne_subscription(make: Maker, _name: str) -> None:
    kind = ariadne.SubscriptionType()

    @kind.source("said")
    async def said(*_given: Any) -> Any:
        yield "done"

    kind.field("said")(make("*given", "done"))
    schema = ariadne_schema(kind, "type Subscription { said: String }")
    _, found = await ariadne.subscribe(schema, {"query": "subscription { said }"})
    async for _ in found:
        pass


@proves("ariadne.asgi.GraphQL({error_formatter,context_value,root_value}=)")
async def ariadne_application(make: Maker, name: str) -> None:
    key = name.partition("(")[2].rstrip("=)")
    given = {"error_formatter": "error, debug=False", "context_value": "request, data=None"}.get(key, "*given")
    made = make(given, {})
    kind = ariadne.QueryType()

    @kind.field("said")
    def said(*_given: Any) -> str:
        raise GraphQLError("no")

    application = ariadne.asgi.GraphQL(ariadne_schema(kind), **{key: made})
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://probe") as client:
        await client.post("/", json={"query": "{ said }"})


@proves("httpx.Auth.auth_flow")
async def httpx_auth(make: Maker, name: str) -> None:
    note = make("", None)

    def flow(_self: Any, request: Any) -> Any:
        note()
        yield request

    auth = type("Own", (httpx.Auth,), {last(name): flow})()
    transport = httpx.MockTransport(lambda _request: httpx.Response(200))
    async with httpx.AsyncClient(transport=transport, auth=auth) as client:
        await client.get("http://probe")


@proves("@sqlalchemy.event.listens_for", "sqlalchemy.event.listen(fn=)")
async def sqlalchemy_listener(make: Maker, name: str) -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    made = make("*given", None)
    if name.startswith("@"):
        event.listens_for(engine.sync_engine, "before_cursor_execute")(made)
    else:
        event.listen(engine.sync_engine, "before_cursor_execute", made)
    async with engine.connect() as connection:
        await connection.execute(text("select 1"))
    await engine.dispose()


@proves("sqlalchemy.ext.asyncio.{AsyncSession,AsyncConnection}.run_sync(fn=)")
async def sqlalchemy_run(make: Maker, name: str) -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    asked = AsyncSession(engine) if "AsyncSession" in name else engine.connect()
    async with asked as connection:
        await connection.run_sync(make("connection"))
    await engine.dispose()


# What needs a server to talk to


read(
    LOOP, "asyncpg/connection.py:Connection._process_notification", "self._loop.call_soon(cb.cb",
    "asyncpg.Connection.add_listener(callback=)",
)  # fmt: skip
read(
    LOOP, "asyncpg/connection.py:Connection._process_log_message", "self._loop.call_soon(cb.cb",
    "asyncpg.Connection.add_log_listener(callback=)",
)  # fmt: skip
read(
    LOOP, "asyncpg/connection.py:Connection._call_termination_listeners", "self._loop.call_soon(cb.cb",
    "asyncpg.Connection.add_termination_listener(callback=)",
)  # fmt: skip
read(
    LOOP, "aiokafka/producer/producer.py:AIOKafkaProducer._serialize", "self._value_serializer(value)",
    "aiokafka.AIOKafkaProducer({key_serializer,value_serializer}=)",
)  # fmt: skip
read(
    LOOP, "aiokafka/consumer/fetcher.py:PartitionRecords._consumer_record", "self._value_deserializer(record.value)",
    "aiokafka.AIOKafkaConsumer({key_deserializer,value_deserializer}=)",
)  # fmt: skip
read(
    LOOP, "aiokafka/consumer/group_coordinator.py:GroupCoordinator._on_join_prepare",
    "res = self._subscription.listener.on_partitions_revoked(revoked)",
    "aiokafka.ConsumerRebalanceListener.{on_partitions_revoked,on_partitions_assigned}",
)  # fmt: skip
read(
    LOOP, "pika/adapters/asyncio_connection.py:_AsyncioIOServicesAdapter.add_callback_threadsafe",
    "self._loop.call_soon_threadsafe(callback)",
    "pika.adapters.asyncio_connection.AsyncioConnection({on_open_callback,on_open_error_callback,on_close_callback}=)",
)  # fmt: skip
read(
    LOOP, "zeroconf/_services/browser.py:_ServiceBrowserBase.async_update_records_complete",
    "self._fire_service_state_changed_event(pending)", "zeroconf.asyncio.AsyncServiceBrowser(handlers=)",
)  # fmt: skip
