"""Middleware that an application makes when it is called first, which is on the loop."""

import sqlite3

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.middleware import Middleware

NO_ORACLE = "needs the frameworks"


class Audit:
    def __init__(self, app, path="audit.db"):
        self.app = app
        self.db = sqlite3.connect(path)  # expect: AF104

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


class Banner:
    def __init__(self, app):
        self.app = app
        self.text = open("banner.txt").read()  # expect: AF105

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


class Unused:
    def __init__(self, app):
        self.text = open("banner.txt").read()


app = Starlette(middleware=[Middleware(Audit)])
api = FastAPI()
api.add_middleware(Banner)
