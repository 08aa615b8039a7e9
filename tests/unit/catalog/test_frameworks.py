"""Where frameworks run plain functions: on the loop (they are checked) or in threads (they are not)."""

from __future__ import annotations

import re

import pytest

from antifreeze.model.source import SourceFile
from cases import analyse

FRAMEWORKS = {
    "asyncio": """
        import asyncio, time
        def connected(reader, writer): time.sleep(1)  # AF101
        def failed(loop, context): time.sleep(1)  # AF101
        async def use():
            await asyncio.start_server(connected, "localhost", 1)
            asyncio.get_running_loop().set_exception_handler(failed)
            await asyncio.Condition().wait_for(lambda: time.sleep(1))  # AF101
        """,
    "litestar": """
        import time
        from litestar import get, post
        from litestar.di import Provide
        @get("/", sync_to_thread=False)
        def told() -> None: time.sleep(1)  # AF101
        @post("/")
        def untold() -> None: time.sleep(1)  # AF101
        @get("/", sync_to_thread=True)
        def threaded() -> None: time.sleep(1)
        def session(): time.sleep(1)  # AF101
        def other(): time.sleep(1)
        given = {"session": Provide(session), "other": Provide(other, sync_to_thread=True)}
        """,
    "sanic": """
        import time
        from sanic import Blueprint, Sanic
        from sanic.views import HTTPMethodView
        app, blueprint = Sanic("one"), Blueprint("two")
        @app.get("/")
        def index(request): time.sleep(1)  # AF101
        @blueprint.post("/")
        def make(request): time.sleep(1)  # AF101
        @app.on_request
        def seen(request): time.sleep(1)  # AF101
        def added(request): time.sleep(1)  # AF101
        app.add_route(added, "/added")
        class View(HTTPMethodView):
            def get(self, request): time.sleep(1)  # AF101
            def helper(self): time.sleep(1)
        @app.main_process_start
        def before_all(app): time.sleep(1)
        """,
    "tornado": """
        import time
        from tornado.ioloop import IOLoop, PeriodicCallback
        from tornado.web import RequestHandler
        from tornado.websocket import WebSocketHandler
        class Page(RequestHandler):
            def get(self): time.sleep(1)  # AF101
            def helper(self): time.sleep(1)
        class Socket(WebSocketHandler):
            def on_message(self, message): time.sleep(1)  # AF101
            def prepare(self): time.sleep(1)  # AF101
        def soon(): time.sleep(1)  # AF101
        def often(): time.sleep(1)  # AF101
        def pooled(): time.sleep(1)
        IOLoop.current().add_callback(soon)
        PeriodicCallback(often, 1000).start()
        IOLoop.current().run_in_executor(None, pooled)
        """,
    "textual": """
        import time
        from textual import on, work
        from textual.app import App
        from textual.screen import Screen
        class Main(App):
            def on_mount(self):
                self.set_interval(1, self.tick)
                self.run_worker(self.background, thread=True)
            def tick(self): time.sleep(1)  # AF101
            def background(self): time.sleep(1)
            @on(str)
            def pressed(self): time.sleep(1)  # AF101
            @work(thread=True)
            def on_load(self): time.sleep(1)
            def once(self): time.sleep(1)
        class Other(Screen):
            def watch_value(self, value): time.sleep(1)  # AF101
            def compose(self):
                time.sleep(1)  # AF101
                yield None
        """,
    "nicegui": """
        import time
        from nicegui import app, run, ui
        def clicked(): time.sleep(1)  # AF101
        def again(): time.sleep(1)  # AF101
        def tick(): time.sleep(1)  # AF101
        def event(): time.sleep(1)  # AF101
        def chosen(): time.sleep(1)  # AF101
        def changed(): time.sleep(1)  # AF101
        def heavy(): time.sleep(1)
        @ui.page("/")
        def page():
            time.sleep(1)  # AF101
            ui.button("a", on_click=clicked)
            ui.button("b").on_click(again)
            ui.timer(1.0, tick)
            ui.label("c").on("click", event)
            ui.chip("d", on_click=chosen, on_value_change=changed)
        async def use():
            await run.io_bound(heavy)
        @app.on_connect
        def connected(): time.sleep(1)  # AF101
        @app.get("/api")
        def route(): time.sleep(1)
        """,
    "chainlit": """
        import time
        import chainlit as cl
        @cl.on_message
        def heard(message): time.sleep(1)  # AF101
        @cl.action_callback("a")
        def acted(action): time.sleep(1)  # AF101
        @cl.on_chat_start
        async def start():
            await cl.make_async(heavy)()
        def heavy(): time.sleep(1)
        """,
    "socketio": """
        import time
        import socketio
        server, other = socketio.AsyncServer(), socketio.Server()
        @server.event
        def connect(sid, environ): time.sleep(1)  # AF101
        @server.on("message")
        def message(sid, data): time.sleep(1)  # AF101
        @other.event
        def disconnect(sid): time.sleep(1)
        class Space(socketio.AsyncNamespace):
            def on_connect(self, sid, environ): time.sleep(1)  # AF101
        class Threaded(socketio.Namespace):
            def on_connect(self, sid, environ): time.sleep(1)
        """,
    "discord": """
        import time
        from discord.ext import commands
        def prefix(bot, message): time.sleep(1)  # AF101
        bot = commands.Bot(command_prefix=prefix)
        @bot.command()
        async def ask(context):
            def check(message):
                time.sleep(1)  # AF101
                return True
            await bot.wait_for("message", check=check)
        """,
    "mcp": """
        import time
        from mcp.server.fastmcp import FastMCP
        from mcp.server.mcpserver import MCPServer
        first, second = FastMCP("a"), MCPServer("b")
        @first.tool()
        def tool(a: int) -> None: time.sleep(1)  # AF101
        @first.resource("x://y")
        def resource() -> None: time.sleep(1)  # AF101
        @second.tool()
        def threaded() -> None: time.sleep(1)
        """,
    "fastapi": """
        import time
        from fastapi import BackgroundTasks, Depends, FastAPI
        app = FastAPI()
        @app.on_event("startup")
        def start(): time.sleep(1)  # AF101
        def dependency(): time.sleep(1)
        @app.get("/")
        def route(value=Depends(dependency)): time.sleep(1)
        @app.exception_handler(ValueError)
        def failed(request, error): time.sleep(1)
        def later(): time.sleep(1)
        @app.get("/later")
        async def background(tasks: BackgroundTasks): tasks.add_task(later)
        """,
    "blacksheep": """
        import time
        from blacksheep import Application, get
        app = Application()
        @get("/")
        def one(): time.sleep(1)  # AF101
        @app.router.post("/")
        def two(): time.sleep(1)  # AF101
        """,
    "aiohttp": """
        import time
        from aiohttp import ClientSession, web
        routes = web.RouteTableDef()
        @routes.get("/")
        def index(request): time.sleep(1)  # AF101
        def added(request): time.sleep(1)  # AF101
        def listed(request): time.sleep(1)  # AF101
        def written(data): time.sleep(1)  # AF101
        def told(data): time.sleep(1)
        app = web.Application()
        app.router.add_get("/added", added)
        app.add_routes([web.route("GET", "/listed", listed)])
        async def use():
            async with ClientSession(json_serialize=written) as session: pass
            return web.json_response({}, dumps=told)  # AF101
        """,
    "start_up": """
        import time
        from blacksheep import Application
        from fastapi import FastAPI
        from litestar import Litestar
        from starlette.applications import Starlette
        def started(): time.sleep(1)  # AF101
        def stopped(): time.sleep(1)  # AF101
        def failed(request, exc): time.sleep(1)  # AF101
        FastAPI(on_startup=[started], on_shutdown=[stopped])
        Litestar([], exception_handlers={KeyError: failed})
        app = Application()
        @app.on_start
        async def ready(app): time.sleep(1)  # AF101
        @app.on_stop
        def ended(app): time.sleep(1)  # AF101
        """,
    "threads_and_back": """
        import time
        from anyio.from_thread import start_blocking_portal
        def back(): time.sleep(1)  # AF101
        def work(): time.sleep(1)
        with start_blocking_portal() as portal:
            portal.call(back)
        """,
    "taskiq": """
        import time
        from taskiq import InMemoryBroker, TaskiqDepends, TaskiqMiddleware
        broker = InMemoryBroker()
        def needed(): time.sleep(1)  # AF101
        @broker.task
        async def task(value: int = TaskiqDepends(needed)): pass
        @broker.task
        def threaded(): time.sleep(1)
        @broker.on_event("startup")
        def started(state): time.sleep(1)  # AF101
        class Slow(TaskiqMiddleware):
            def pre_execute(self, message): time.sleep(1)  # AF101
            def helper(self): time.sleep(1)
        """,
    "clients": """
        import time
        import asyncpg, websockets
        from aiokafka import AIOKafkaProducer, ConsumerRebalanceListener
        from apscheduler.schedulers.asyncio import AsyncIOScheduler
        from pika.adapters.asyncio_connection import AsyncioConnection
        from pyee.asyncio import AsyncIOEventEmitter
        from tenacity import AsyncRetrying
        def notified(*args): time.sleep(1)  # AF101
        def asked(connection, request): time.sleep(1)  # AF101
        def written(value): time.sleep(1)  # AF101
        def waiting(state): time.sleep(1)  # AF101
        def job(): time.sleep(1)
        def ran(event): time.sleep(1)  # AF101
        def opened(connection): time.sleep(1)  # AF101
        emitter = AsyncIOEventEmitter()
        @emitter.on("said")
        def said(): time.sleep(1)  # AF101
        class Listener(ConsumerRebalanceListener):
            def on_partitions_revoked(self, revoked): time.sleep(1)  # AF101
        async def use(handler):
            connection = await asyncpg.connect()
            await connection.add_listener("channel", notified)
            await websockets.serve(handler, "localhost", 1, process_request=asked)
            AIOKafkaProducer(value_serializer=written)
            async for attempt in AsyncRetrying(before_sleep=waiting): pass
            AsyncioConnection(on_open_callback=opened)
            scheduler = AsyncIOScheduler()
            scheduler.add_job(job)
            scheduler.add_listener(ran)
        """,
    "offloads": """
        import time
        from aiofiles.os import wrap
        from asgiref.sync import sync_to_async
        from langchain_core.runnables import run_in_executor
        from quart.utils import run_sync
        def heavy(): time.sleep(1)
        @sync_to_async(thread_sensitive=False)
        def optional(): time.sleep(1)
        async def use():
            await wrap(heavy)()
            await run_sync(heavy)()
            await run_in_executor(None, heavy)
            await optional()
        """,
    "in_a_thread_below": """
        import asyncio, functools, time
        from sanic import Sanic
        app = Sanic("one")
        def threaded(function):
            @functools.wraps(function)
            async def call(*args): return await asyncio.to_thread(function, *args)
            return call
        @app.get("/")
        @threaded
        def index(request): time.sleep(1)
        """,
}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_framework(name: str) -> None:
    text = FRAMEWORKS[name]
    expected = {
        (number, code) for number, line in enumerate(text.splitlines(), 1) for code in re.findall(r"# (AF\d+)$", line)
    }
    report = analyse((SourceFile("main.py", "main", ("if True:" + text).encode()),))
    assert not report.errors
    assert {(finding.line, finding.code) for finding in report.findings} == expected
