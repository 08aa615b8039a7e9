"""Starlette and FastAPI: routes, dependencies, handlers, background tasks, what streams, what starts and ends."""

from __future__ import annotations

import asyncio
from typing import Any

import starlette.background
from fastapi import APIRouter, Depends, FastAPI, Security
from fastapi.background import BackgroundTasks
from fastapi.concurrency import run_in_threadpool
from harness import Maker, last, left_out, proves
from starlette.applications import Starlette
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser
from starlette.endpoints import HTTPEndpoint
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

REQUIRES = ("starlette", "fastapi", "httpx", "python-multipart", "jinja2")
VERBS = "get,post,put,patch,delete,head,options,trace,api_route"
DONE = PlainTextResponse("done")


def asked(app: Any, method: str = "GET") -> None:
    """Start an application, send it a request, and end it."""
    with TestClient(app, raise_server_exceptions=False) as client:
        client.request(method, "/")


@proves("{starlette,fastapi}.concurrency.run_in_threadpool(func=)")
async def in_threadpool(make: Maker, _name: str) -> None:
    await run_in_threadpool(make())


@proves("starlette.background.BackgroundTask(func=)")
def background_task(make: Maker, _name: str) -> None:
    response = PlainTextResponse("done", background=starlette.background.BackgroundTask(make()))
    asked(Starlette(routes=[Route("/", lambda _request: response)]))


@proves("starlette.background.BackgroundTasks.add_task(func=)")
@proves("fastapi.{,background.}BackgroundTasks.add_task(func=)")
def background_tasks(make: Maker, name: str) -> None:
    kind = starlette.background.BackgroundTasks if name.startswith("starlette") else BackgroundTasks
    tasks = kind()
    tasks.add_task(make())
    asyncio.run(tasks())


@proves("starlette.routing.Route(endpoint=)", "starlette.applications.Starlette.add_route(route=)")
def route(make: Maker, name: str) -> None:
    endpoint = make("request", DONE)
    app = Starlette(routes=[] if "add_route" in name else [Route("/", endpoint)])
    if "add_route" in name:
        app.add_route("/", endpoint)
    asked(app)


@proves("starlette.applications.Starlette.add_exception_handler(handler=)")
@proves("fastapi.FastAPI.add_exception_handler(handler=)", "@fastapi.FastAPI.exception_handler")
def exception_handler(make: Maker, name: str) -> None:
    def fail(_request: Request) -> None:
        raise KeyError

    app: Any = (FastAPI if name.lstrip("@").startswith("fastapi") else Starlette)(routes=[Route("/", fail)])
    if name.startswith("@"):
        app.exception_handler(KeyError)(make("request, exc", DONE))
    else:
        app.add_exception_handler(KeyError, make("request, exc", DONE))
    asked(app)


@proves("starlette.middleware.Middleware(cls=)", "starlette.applications.Starlette.add_middleware(middleware_class=)")
@proves("fastapi.FastAPI.add_middleware(middleware_class=)")
def middleware(make: Maker, name: str) -> None:
    made = make("app", DONE)
    if name.endswith("(cls=)"):
        app: Any = Starlette(middleware=[Middleware(made)])
    else:
        app = FastAPI() if name.startswith("fastapi") else Starlette()
        app.add_middleware(made)
    TestClient(app, raise_server_exceptions=False).get("/")  # what is made here knows no lifespan


@proves("starlette.endpoints.HTTPEndpoint.{get,post,put,patch,delete,head,options}")
def endpoint(make: Maker, name: str) -> None:
    page = type("Page", (HTTPEndpoint,), {last(name): make("self, request", DONE)})
    asked(Starlette(routes=[Route("/", page)]), last(name).upper())


@proves("starlette.middleware.authentication.AuthenticationMiddleware(on_error=)")
def on_error(make: Maker, _name: str) -> None:
    class Backend(AuthenticationBackend):
        async def authenticate(self, _conn: object) -> tuple[AuthCredentials, SimpleUser]:
            raise AuthenticationError

    guard = Middleware(AuthenticationMiddleware, backend=Backend(), on_error=make("conn, exc", DONE))
    asked(Starlette(routes=[Route("/", lambda _request: DONE)], middleware=[guard]))


left_out(
    "given by way of Middleware, which knows no names",
    "starlette.middleware.authentication.AuthenticationMiddleware(on_error=)",
)


@proves(f"@fastapi.{{FastAPI,APIRouter}}.{{{VERBS}}}")
def operation(make: Maker, name: str) -> None:
    app = FastAPI()
    owner = APIRouter() if "APIRouter" in name else app
    getattr(owner, last(name))("/")(make(""))
    if owner is not app:
        app.include_router(owner)
    asked(app, "GET" if last(name) == "api_route" else last(name).upper())


@proves("fastapi.{FastAPI,APIRouter}.add_api_route(endpoint=)")
def add_api_route(make: Maker, name: str) -> None:
    app = FastAPI()
    owner = APIRouter() if "APIRouter" in name else app
    owner.add_api_route("/", make(""))
    if owner is not app:
        app.include_router(owner)
    asked(app)


@proves("fastapi.{Depends,Security}(dependency=)")
def dependency(make: Maker, name: str) -> None:
    needed = (Depends if "Depends" in name else Security)(make(""))
    app = FastAPI(dependencies=[needed])
    app.get("/")(lambda: None)
    asked(app)


def _kept(app: FastAPI, owner: Any) -> None:
    if owner is not app:
        app.include_router(owner)
    asked(app)


@proves("@fastapi.{FastAPI,APIRouter}.on_event")
def on_event(make: Maker, name: str) -> None:
    app = FastAPI()
    owner = APIRouter() if "APIRouter" in name else app
    owner.on_event("startup")(make(""))
    _kept(app, owner)


@proves("fastapi.{FastAPI,APIRouter}.add_event_handler(func=)")
def add_event_handler(make: Maker, name: str) -> None:
    app = FastAPI()
    owner = APIRouter() if "APIRouter" in name else app
    (owner if hasattr(owner, "add_event_handler") else owner.router).add_event_handler("startup", make(""))
    _kept(app, owner)


@proves("fastapi.{FastAPI,APIRouter}({on_startup,on_shutdown}=)")
def started(make: Maker, name: str) -> None:
    given = {name.partition("(")[2].rstrip("=)"): [make("")]}
    app = FastAPI(**({} if "APIRouter" in name else given))
    _kept(app, APIRouter(**given) if "APIRouter" in name else app)
