"""What happens once, at start-up or shutdown, weighs less than what holds up requests."""

from __future__ import annotations

from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceFile
from cases import analyse

PROGRAM = b"""
import asyncio
import contextlib
import time

from aiohttp import web
from fastapi import FastAPI


async def only_at_start():
    time.sleep(1)


async def also_on_requests():
    time.sleep(1)


async def in_the_background():
    time.sleep(1)


def retried(function):
    return function


@retried
async def decorated():
    time.sleep(1)


async def called_from_there():
    time.sleep(1)


async def handed_on():
    time.sleep(1)


async def helper():
    await called_from_there()


@contextlib.asynccontextmanager
async def lifespan(app):
    await only_at_start()
    await decorated()
    await helper()
    await handed_on()
    app.later = handed_on()
    await also_on_requests()
    asyncio.create_task(in_the_background())
    yield
    time.sleep(1)


async def on_stop():
    time.sleep(1)


app = FastAPI(lifespan=lifespan, on_shutdown=[on_stop])


@app.on_event("startup")
def started():
    open("x")


@app.get("/")
async def route():
    await also_on_requests()
    time.sleep(1)


async def prepare(app):
    time.sleep(1)


async def listed(app):
    time.sleep(1)


other = web.Application()
other.on_startup.append(prepare)
hooks = []
hooks.append(listed)
"""


def test_what_happens_once_weighs_less() -> None:
    report = analyse([SourceFile("m.py", "m", PROGRAM)])
    severities = {finding.function.removeprefix("m."): finding.severity for finding in report.findings}
    assert severities == {
        "only_at_start": Severity.WARNING,
        "also_on_requests": Severity.ERROR,
        "in_the_background": Severity.ERROR,
        "decorated": Severity.ERROR,
        "called_from_there": Severity.WARNING,
        "handed_on": Severity.ERROR,
        "lifespan": Severity.WARNING,
        "on_stop": Severity.WARNING,
        "started": Severity.WARNING,
        "route": Severity.ERROR,
        "prepare": Severity.WARNING,
        "listed": Severity.ERROR,
    }
    contexts = {finding.function.removeprefix("m."): finding.context for finding in report.findings}
    assert contexts["lifespan"] == "async def, at start-up or shutdown"
    assert contexts["started"] == "@on_event, at start-up or shutdown"
    assert contexts["route"] == "async def"
