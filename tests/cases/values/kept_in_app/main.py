"""What start-up code keeps in the objects that a framework hands around is found where handlers fetch it.

NO_ORACLE: the frameworks are not installed.
"""
import sqlite3
import types

import discord
import requests
from aiohttp import ClientSession, web
from discord.ext import commands
from fastapi import FastAPI, Request

from keys import STORE
from sanic import Sanic

app = FastAPI()
sanic_app = Sanic("service")
bot = commands.Bot(command_prefix="!")
bot.session = requests.Session()


class Store:
    def __init__(self, path):
        self.path = path

    def load(self):
        return open(self.path)

    def where(self):
        return self.path


@app.on_event("startup")
async def startup():
    app.state.http = requests.Session()
    app.state.store = Store("x")
    app.state.path = "x"


@app.get("/http")
async def http(request: Request):
    return request.app.state.http.get("http://localhost")  # expect: AF102


@app.get("/store")
async def store(request: Request):
    return request.app.state.store.load()  # expect: AF105


@app.get("/where")
async def where(request: Request):
    return request.app.state.store.where() + request.app.state.path.upper()


async def untyped(request):
    return request.app.state.http.get("http://localhost")  # expect: AF102


async def of_the_request(request: Request):
    request.state.http = {"get": 1}
    return request.headers.get("http")


@sanic_app.before_server_start
async def prepare(app, loop):
    app.ctx.db = sqlite3.connect("x")  # expect: AF104


async def query(request):
    return request.app.ctx.db.execute("select 1")  # expect: AF104


async def on_startup(app):
    app["sync"] = requests.Session()
    app["session"] = ClientSession()
    app[STORE] = Store("y")


async def aiohttp_handler(request: web.Request):
    request.app["sync"].get("http://localhost")  # expect: AF102
    await request.app["session"].get("http://localhost")
    return request.app[STORE].load()  # expect: AF105


async def aiohttp_untyped(request):
    await request.app["session"].get("http://localhost")
    return request.app["sync"].get("http://localhost")  # expect: AF102


async def other_mapping(request):
    request.query["sync"].get("x")
    return request.match_info["session"]


class Cog(commands.Cog):
    def __init__(self, bot):
        self.bot = bot

    async def fetch(self, ctx):
        self.bot.session.get("http://localhost")  # expect: AF102
        await ctx.send(str(self.bot.user))

    async def other(self, interaction: discord.Interaction):
        await interaction.response.send_message("x")


settings = types.SimpleNamespace()
settings.db = sqlite3.connect("x")


async def from_namespace():
    settings.db.execute("select 1")  # expect: AF104


class Context:
    pass


class Other:
    def __init__(self, db):
        self.db = db


context = Context()
context.db = sqlite3.connect("z")


async def from_own():
    context.db.execute("select 1")  # expect: AF104


async def known(context: Other):
    context.db.execute("select 1")


async def parameter(settings):
    settings.db.execute("select 1")


async def main():
    await known(Other(Store("x")))
    await parameter(Store("x"))
