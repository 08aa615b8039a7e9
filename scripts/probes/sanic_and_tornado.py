"""Sanic and Tornado, which call plain handlers on the loop."""

from __future__ import annotations

import asyncio
import concurrent.futures
import itertools
import os
import socket
from typing import Any

import sanic
import sanic.views
import tornado.concurrent
import tornado.gen
import tornado.httpclient
import tornado.httpserver
import tornado.ioloop
import tornado.tcpserver
import tornado.web
import tornado.websocket
from harness import Maker, last, proves
from sanic_testing.testing import SanicASGITestClient

REQUIRES = ("sanic", "sanic-testing", "tornado")
VERBS = "get,post,put,patch,delete,head,options"
_numbers = itertools.count()


# Sanic


def sanic_app() -> sanic.Sanic[Any, Any]:
    """An application under a name that no other has."""
    return sanic.Sanic(f"probe{next(_numbers)}")


def sanic_asked(app: sanic.Sanic[Any, Any], method: str = "get") -> None:
    """Start an application, send it a request, and end it."""

    async def use() -> None:
        client = SanicASGITestClient(app)
        await getattr(client, method)("/")

    asyncio.run(use())


@proves(f"@sanic.base.root.BaseSanic.{{route,{VERBS}}}")
def sanic_route(make: Maker, name: str) -> None:
    app = sanic_app()
    getattr(app, last(name))("/")(make("request", sanic.text("done")))
    sanic_asked(app, "get" if last(name) == "route" else last(name))


@proves("@sanic.base.root.BaseSanic.{middleware,on_request,on_response,exception,listener,signal}")
@proves("@sanic.base.root.BaseSanic.{before_server_start,after_server_start,before_server_stop,after_server_stop}")
def sanic_decorated(make: Maker, name: str) -> None:
    app = sanic_app()
    first = {
        "middleware": "request", "exception": KeyError, "listener": "before_server_start", "signal": "probe.one.two",
    }  # fmt: skip
    decorator = getattr(app, last(name))
    function = make("*args, **kwargs", sanic.text("done") if last(name) == "exception" else None)
    (decorator(first[last(name)]) if last(name) in first else decorator)(function)

    @app.get("/")
    async def index(_request: object) -> Any:
        if last(name) == "exception":
            raise KeyError
        if last(name) == "signal":
            await app.dispatch("probe.one.two")
        return sanic.text("done")

    sanic_asked(app)


@proves("sanic.base.root.BaseSanic.{add_route,add_signal}(handler=)")
@proves("sanic.Sanic.register_middleware(middleware=)", "sanic.Sanic.{register_listener,add_task}(0)")
@proves("sanic.Sanic.error_handler.add(handler=)")
def sanic_added(make: Maker, name: str) -> None:
    app = sanic_app()

    async def index(_request: object) -> Any:
        if last(name) == "add_signal":
            await app.dispatch("probe.one.two")
        if last(name) == "add":
            raise KeyError
        await asyncio.sleep(0.02)
        return sanic.text("done")

    if last(name) == "add":
        app.error_handler.add(KeyError, make("request, exc", sanic.text("done")))
        app.add_route(index, "/")
    elif last(name) == "add_route":
        app.add_route(make("request", sanic.text("done")), "/")
    else:
        more = {"add_signal": ("probe.one.two",), "register_listener": ("before_server_start",)}
        getattr(app, last(name))(make(), *more.get(last(name), ()))
        app.add_route(index, "/")
    sanic_asked(app)


@proves(f"sanic.views.HTTPMethodView.{{{VERBS}}}")
def sanic_view(make: Maker, name: str) -> None:
    app = sanic_app()
    view = type("View", (sanic.views.HTTPMethodView,), {last(name): make("self, request", sanic.text("done"))})
    app.add_route(view.as_view(), "/")
    sanic_asked(app, last(name))


# Tornado


async def tornado_asked(handler: Any, method: str = "GET", body: bytes | None = None) -> None:
    """Serve a handler, and send it a request."""
    server = tornado.httpserver.HTTPServer(tornado.web.Application([("/", handler)]))
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setblocking(False)
    server.add_sockets([listening])
    port = listening.getsockname()[1]
    if issubclass(handler, tornado.websocket.WebSocketHandler):
        connection = await tornado.websocket.websocket_connect(f"ws://127.0.0.1:{port}/", subprotocols=["probe"])
        await connection.write_message("hello")
        connection.ping(b"hello")
        await asyncio.sleep(0.1)
        connection.close()
    else:
        await tornado.httpclient.AsyncHTTPClient().fetch(
            f"http://127.0.0.1:{port}/", raise_error=False, method=method, body=body, allow_nonstandard_methods=True
        )
    await asyncio.sleep(0.1)
    server.stop()


@proves(f"tornado.web.RequestHandler.{{{VERBS},initialize,prepare,on_finish}}")
@proves("tornado.web.RequestHandler.{write_error,get_current_user,get_user_locale,set_default_headers}")
async def tornado_page(make: Maker, name: str) -> None:
    def get(self: Any) -> None:
        self.finish(str(bool(self.current_user)) + str(bool(self.locale)))
        if last(name) == "write_error":
            raise KeyError

    def fail(_self: Any) -> None:
        raise KeyError

    members = {"get": fail if last(name) == "write_error" else get, last(name): make("self, *args, **kwargs")}
    verb = last(name).upper() if last(name) in VERBS.split(",") else "GET"
    await tornado_asked(type("Page", (tornado.web.RequestHandler,), members), verb)


@proves("tornado.web.RequestHandler.data_received")
async def tornado_stream(make: Maker, _name: str) -> None:
    members = {"data_received": make("self, chunk"), "post": lambda self: self.finish("done")}
    page = tornado.web.stream_request_body(type("Page", (tornado.web.RequestHandler,), members))
    await tornado_asked(page, "POST", b"hello")


@proves("tornado.web.RequestHandler.on_connection_close")
async def tornado_hangup(make: Maker, _name: str) -> None:
    async def get(_self: Any) -> None:
        await asyncio.sleep(0.3)

    members = {"on_connection_close": make("self"), "get": get}
    server = tornado.httpserver.HTTPServer(
        tornado.web.Application([("/", type("Page", (tornado.web.RequestHandler,), members))])
    )
    server.listen(0, "127.0.0.1")
    address = next(iter(server._sockets.values())).getsockname()
    _, writer = await asyncio.open_connection(*address)
    writer.write(b"GET / HTTP/1.1\r\nHost: probe\r\n\r\n")
    await asyncio.sleep(0.1)
    writer.close()
    await asyncio.sleep(0.3)
    server.stop()


@proves("tornado.websocket.WebSocketHandler.{open,on_message,on_close,on_ping,on_pong,check_origin,select_subprotocol}")
async def tornado_socket(make: Maker, name: str) -> None:
    def on_message(self: Any, _message: object) -> None:
        self.ping(b"hello")

    members = {"on_message": on_message, last(name): make("self, *args", None if "_sub" in name else True)}
    handler = type("Talk", (tornado.websocket.WebSocketHandler,), members)
    if last(name) == "check_origin":
        server = tornado.httpserver.HTTPServer(tornado.web.Application([("/", handler)]))
        server.listen(0, "127.0.0.1")
        host, port = next(iter(server._sockets.values())).getsockname()
        request = tornado.httpclient.HTTPRequest(f"ws://{host}:{port}/", headers={"Origin": "http://probe"})
        await tornado.websocket.websocket_connect(request)
        return
    await tornado_asked(handler)


@proves("tornado.tcpserver.TCPServer.handle_stream")
async def tornado_tcp(make: Maker, _name: str) -> None:
    server = type("Talk", (tornado.tcpserver.TCPServer,), {"handle_stream": make("self, stream, address")})()
    server.listen(0, "127.0.0.1")
    await asyncio.open_connection(*next(iter(server._sockets.values())).getsockname())
    await asyncio.sleep(0.1)
    server.stop()


@proves("@tornado.gen.coroutine")
async def tornado_coroutine(make: Maker, _name: str) -> None:
    await tornado.gen.coroutine(make(""))()


@proves("tornado.ioloop.IOLoop.{add_callback,add_callback_from_signal,spawn_callback}(callback=)")
@proves("tornado.ioloop.PeriodicCallback(callback=)")
async def tornado_soon(make: Maker, name: str) -> None:
    if last(name) == "PeriodicCallback":
        often = tornado.ioloop.PeriodicCallback(make(), 10)
        often.start()
    else:
        getattr(tornado.ioloop.IOLoop.current(), last(name))(make())
    await asyncio.sleep(0.05)
    if last(name) == "PeriodicCallback":
        often.stop()


@proves("tornado.ioloop.IOLoop.{add_timeout,call_later,call_at,add_future}(callback=)")
@proves("tornado.ioloop.IOLoop.add_handler(handler=)", "tornado.ioloop.IOLoop.run_in_executor(func=)")
async def tornado_later(make: Maker, name: str) -> None:
    loop = tornado.ioloop.IOLoop.current()
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    future.set_result(None)
    near, far = os.pipe()
    os.write(far, b"x")
    first = {"add_future": future, "add_handler": near, "call_later": 0, "run_in_executor": None}
    more = (loop.READ,) if last(name) == "add_handler" else ()
    getattr(loop, last(name))(first.get(last(name), loop.time()), make(), *more)
    await asyncio.sleep(0.1)
    if last(name) == "add_handler":
        loop.remove_handler(near)


@proves("tornado.concurrent.run_on_executor(0)")
async def tornado_executor(make: Maker, _name: str) -> None:
    members = {"executor": concurrent.futures.ThreadPoolExecutor(), "use": None}
    members["use"] = tornado.concurrent.run_on_executor(make("self"))
    await type("Worker", (), members)().use()
