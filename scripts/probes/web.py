"""Litestar, Quart, BlackSheep and aiohttp, of which each has its own mind about plain functions."""

from __future__ import annotations

from typing import Any

import aiohttp.web
import blacksheep
import litestar
import litestar.background_tasks
import litestar.concurrency
import litestar.config.app
import litestar.di
import litestar.handlers
import litestar.testing
import litestar.utils.sync
import quart
import quart.utils
from aiohttp.test_utils import TestClient, TestServer
from blacksheep.server import controllers
from blacksheep.server.routing import Router
from blacksheep.testing import TestClient as SheepClient
from harness import Maker, last, left_out, proves

REQUIRES = ("litestar", "quart", "blacksheep", "aiohttp")
VERBS = "get,post,put,patch,delete,head,options"


# Litestar


def litestar_asked(handlers: list[Any], method: str = "GET", **given: Any) -> None:
    """Start an application, send it a request, and end it."""
    with litestar.testing.TestClient(litestar.Litestar(handlers, **given), raise_server_exceptions=False) as client:
        client.request(method, "/")


@proves("@litestar.{get,post,put,patch,delete,head,route,handlers.HTTPRouteHandler}{, if sync_to_thread}")
def litestar_route(make: Maker, name: str) -> None:
    kind, _, condition = name.removeprefix("@litestar.").partition(" ")
    decorator = {"handlers.HTTPRouteHandler": litestar.handlers.HTTPRouteHandler}.get(kind) or getattr(litestar, kind)
    many = {"http_method": "GET"} if kind[:1] in "hr" and kind != "head" else {}
    function = make("") if kind in ("delete", "head") else make("", "done")
    function.__annotations__["return"] = type(None) if kind in ("delete", "head") else str
    given = {"sync_to_thread": bool(condition)} if make.kind == "def" else {}
    litestar_asked([decorator("/", **many, **given)(function)], "GET" if many else kind.upper())


@proves("litestar.di.Provide(dependency=){, if sync_to_thread}")
def litestar_provide(make: Maker, name: str) -> None:
    @litestar.get("/", sync_to_thread=False)
    def use(needed: Any) -> str:
        return str(needed)

    given = {"sync_to_thread": name.endswith("sync_to_thread")} if make.kind == "def" else {}
    litestar_asked([use], dependencies={"needed": litestar.di.Provide(make("", 1), **given)})


@proves("litestar.concurrency.sync_to_thread(fn=)")
async def litestar_thread(make: Maker, _name: str) -> None:
    await litestar.concurrency.sync_to_thread(make())


@proves("litestar.utils.sync.ensure_async_callable(fn=)")
async def litestar_async_callable(make: Maker, _name: str) -> None:
    await litestar.utils.sync.ensure_async_callable(make())()


@proves("litestar.background_tasks.BackgroundTask(fn=)")
async def litestar_background(make: Maker, _name: str) -> None:
    await litestar.background_tasks.BackgroundTask(make())()


@proves(
    "litestar.{Litestar,Router}({before_request,after_request,after_response}=)",
    "litestar.Litestar({on_startup,on_shutdown,before_send,after_exception,on_app_init}=)",
    "litestar.{Litestar,Router}({exception_handlers,guards}=)",
)
def litestar_hook(make: Maker, name: str) -> None:
    key = name.partition("(")[2].rstrip("=)")
    taken = {
        "before_request": ("request",), "after_request": ("response", None), "after_response": ("request",),
        "on_startup": ("",), "on_shutdown": ("",), "before_send": ("message, scope",),
        "after_exception": ("exc, scope",), "exception_handlers": ("request, exc", litestar.Response("failed")),
        "on_app_init": ("config",), "guards": ("connection, handler",),
    }[key]  # fmt: skip

    @litestar.get("/", sync_to_thread=False)
    def answer() -> str:
        if "exception" in key:
            raise KeyError
        return "done"

    function: Any = make(*taken)
    if key == "after_request":
        function = make("response", litestar.Response("done"))
    if key == "on_app_init":
        function = make("config", litestar.config.app.AppConfig())
    single = key in ("before_request", "after_request", "after_response")
    value = {KeyError: function} if key == "exception_handlers" else function if single else [function]
    if "Router" in name:
        litestar_asked([litestar.Router("/", route_handlers=[answer], **{key: value})])
    else:
        litestar_asked([answer], **{key: value})


# Quart


async def quart_asked(app: quart.Quart, path: str = "/") -> None:
    """Start an application, send it a request, and end it."""
    async with app.test_app() as running:
        await running.test_client().get(path)


@proves("quart.utils.run_sync(func=)")
async def quart_run_sync(make: Maker, _name: str) -> None:
    await quart.utils.run_sync(make())()


@proves(
    "@quart.Quart.{route,get,before_request,after_request,teardown_request,errorhandler,context_processor}",
    "@quart.Quart.{before_serving,after_serving,template_filter,template_global,template_test,url_defaults}",
    "@quart.Quart.{url_value_preprocessor}",
)
async def quart_decorated(make: Maker, name: str) -> None:
    app = quart.Quart("probe")
    templates = {
        "template_filter": "{{ 1 | probe }}", "template_global": "{{ probe() }}", "template_test": "{{ 1 is probe }}",
    }  # fmt: skip

    @app.get("/index")
    async def index() -> Any:
        if last(name) == "errorhandler":
            raise KeyError
        if last(name) == "url_defaults":
            return quart.url_for("index")
        return await quart.render_template_string(templates.get(last(name), "done"))

    decorator = getattr(app, last(name))
    path = "/" if last(name) in ("route", "get") else "/index"
    results = {
        "route": "done", "get": "done", "after_request": quart.Response("done"), "errorhandler": "done",
        "context_processor": {},
    }  # fmt: skip
    taken = "" if path == "/" or last(name) in ("before_request", "context_processor") else "*args"
    function = make(taken, results.get(last(name)))
    plain = ("before_serving", "after_serving", "before_request", "after_request", "teardown_request")
    direct = (*plain, "context_processor", "url_defaults", "url_value_preprocessor")
    if last(name) in direct:
        decorator(function)
    else:
        decorator({"errorhandler": KeyError, "route": "/", "get": "/"}.get(last(name), "probe"))(function)
    await quart_asked(app, path)


# BlackSheep


async def sheep_asked(app: blacksheep.Application, method: str = "GET") -> None:
    """Start an application, send it a request, and end it."""
    await app.start()
    await getattr(SheepClient(app), method.lower())("/")
    await app.stop()


@proves(f"@blacksheep.{{,server.routing.Router.}}{{{VERBS}}}", "@blacksheep.route")
async def sheep_route(make: Maker, name: str) -> None:
    router = Router()
    app = blacksheep.Application(router=router)
    getattr(router, last(name))("/")(make("", blacksheep.text("done")))
    await sheep_asked(app, "GET" if last(name) == "route" else last(name))


@proves("@blacksheep.server.controllers.{get,post,put,patch,delete}")
async def sheep_controller(make: Maker, name: str) -> None:
    router = Router()
    app = blacksheep.Application(router=router)
    app.controllers_router = controllers.RoutesRegistry()
    decorator = getattr(app.controllers_router, last(name))
    type("Page", (controllers.Controller,), {"use": decorator("/")(make("self", blacksheep.text("done")))})
    await sheep_asked(app, last(name))


@proves("@blacksheep.Application.{on_start,on_stop,after_start,on_middlewares_configuration,exception_handler}")
async def sheep_event(make: Maker, name: str) -> None:
    router = Router()
    app = blacksheep.Application(router=router)
    decorator = getattr(app, last(name))
    (decorator(KeyError) if last(name) == "exception_handler" else decorator)(make("*args", blacksheep.text("done")))

    @router.get("/")
    async def fail() -> None:
        raise KeyError

    await sheep_asked(app)


# aiohttp


SIGNALS = ("startup", "shutdown", "cleanup")


async def aiohttp_asked(app: aiohttp.web.Application, method: str = "get") -> None:
    """Start an application, send it a request, and end it."""
    async with TestClient(TestServer(app)) as client:
        await client.request(method, "/")


@proves("aiohttp.web.Application.{on_startup,on_shutdown,on_cleanup}.append(0)")
async def aiohttp_signal(make: Maker, name: str) -> None:
    app = aiohttp.web.Application()
    getattr(app, name.split(".")[3]).append(make())
    app.router.add_get("/", aiohttp_done)
    await aiohttp_asked(app)


async def aiohttp_done(_request: object) -> aiohttp.web.Response:
    """Answer."""
    return aiohttp.web.Response(text="done")


@proves("aiohttp.web.UrlDispatcher.{add_get,add_post,add_put,add_patch,add_delete,add_head,add_options}(handler=)")
@proves(f"aiohttp.web.{{{VERBS}}}(handler=)", f"@aiohttp.web.RouteTableDef.{{{VERBS},route}}")
@proves("aiohttp.web.{route,UrlDispatcher.add_route}(handler=)")
async def aiohttp_route(make: Maker, name: str) -> None:
    app, table = aiohttp.web.Application(), aiohttp.web.RouteTableDef()
    method = last(name).removeprefix("add_")
    given = ("GET", "/") if method == "route" else ("/",)
    function = make("request", aiohttp.web.Response(text="done"))
    if name.startswith("@"):
        getattr(table, method)(*given)(function)
        app.add_routes(table)
    elif "UrlDispatcher" in name:
        getattr(app.router, last(name))(*given, function)
    else:
        app.add_routes([getattr(aiohttp.web, method)(*given, function)])
    await aiohttp_asked(app, "get" if method == "route" else method)


left_out("what it gives back is awaited", *(f"aiohttp.web.Application.on_{event}.append(0)" for event in SIGNALS))


@proves("aiohttp.web.json_response(dumps=)")
async def aiohttp_dumps(make: Maker, _name: str) -> None:
    aiohttp.web.json_response({}, dumps=make(result="{}"))


@proves("aiohttp.ClientSession(json_serialize=)", "aiohttp.ClientResponse.json(loads=)")
async def aiohttp_json(make: Maker, name: str) -> None:
    app = aiohttp.web.Application()
    app.router.add_post("/", aiohttp_done)
    server = TestServer(app)
    await server.start_server()
    given = {"json_serialize": make(result="{}")} if "serialize" in name else {}
    async with aiohttp.ClientSession(**given) as session:
        response = await session.post(server.make_url("/"), json={})
        if "loads" in name:
            await response.json(content_type=None, loads=make())
    await server.close()
