"""Starlette as it was before its first version: applications took decorators, and handlers of start-up."""

from __future__ import annotations

from harness import Maker, last, proves
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

REQUIRES = ("starlette==0.37.0", "httpx<0.28")
DONE = PlainTextResponse("done")


@proves("@starlette.applications.Starlette.{route,exception_handler}")
@proves("starlette.applications.Starlette({on_startup,on_shutdown}=)")
def handler(make: Maker, name: str) -> None:
    key = name.partition("(")[2].rstrip("=)")
    app = Starlette(**({key: [make("")]} if key else {}))
    if last(name) == "route":
        app.route("/")(make("request", DONE))
    elif not key:
        app.exception_handler(404)(make("request, exc", DONE))
    with TestClient(app, raise_server_exceptions=False) as client:
        client.get("/")
