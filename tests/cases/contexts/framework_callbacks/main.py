"""Plain functions that frameworks call on the loop."""
import time

import chainlit as cl
import socketio
from homeassistant.components.sensor import SensorEntity
from homeassistant.config_entries import ConfigFlow
from homeassistant.helpers.entity import Entity
from mcp.server.fastmcp import FastMCP
from nicegui import run, ui
from sanic import Sanic
from tornado.ioloop import PeriodicCallback
from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler

NO_ORACLE = "needs the frameworks"

app = Sanic("a")
mcp = FastMCP("a")
sio = socketio.AsyncServer()
threaded = socketio.Server()


@app.get("/")
def handler(request):
    time.sleep(0.1)  # expect: AF101


@mcp.tool()
def tool(text: str) -> str:
    time.sleep(0.1)  # expect: AF101
    return text


@sio.event
def connect(sid, environ):
    time.sleep(0.1)  # expect: AF101


@threaded.event
def disconnect(sid):
    time.sleep(0.1)


@cl.on_message
def on_message(message):
    time.sleep(0.1)  # expect: AF101


class Handler(RequestHandler):
    def get(self):
        time.sleep(0.1)  # expect: AF101

    def never_called(self):
        time.sleep(0.1)


class Socket(WebSocketHandler):
    def prepare(self):
        time.sleep(0.1)  # expect: AF101

    def on_message(self, message):
        time.sleep(0.1)  # expect: AF101


def poll():
    time.sleep(0.1)  # expect: AF101


PeriodicCallback(poll, 1000).start()


@ui.page("/")
def page():
    time.sleep(0.1)  # expect: AF101
    ui.button("a", on_click=clicked)


def clicked():
    time.sleep(0.1)  # expect: AF101


async def in_a_thread():
    await run.io_bound(heavy)


def heavy():
    time.sleep(0.1)


class Flow(ConfigFlow):
    def __init__(self):
        time.sleep(0.1)  # expect: AF101


class Sensor(SensorEntity):
    def __init__(self):
        time.sleep(0.1)

    @property
    def native_value(self):
        time.sleep(0.1)  # expect: AF101

    def update(self):
        time.sleep(0.1)


class Plain(Entity):
    @property
    def available(self):
        time.sleep(0.1)  # expect: AF101
