"""What a Tornado application is made with, which its handlers find in their settings."""

import sqlite3

from tornado import web

NO_ORACLE = "needs the framework"


class Hub:
    def init_db(self):
        self.db = sqlite3.connect("hub.db")

    def init_settings(self):
        settings = dict(db=self.db, name="hub")
        self.tornado_settings = settings

    def init_app(self):
        self.app = web.Application([("/", Named)], **self.tornado_settings)


def make():
    return web.Application([("/", Direct)], session=sqlite3.connect("a.db"), label="a")


class Direct(web.RequestHandler):
    async def get(self):
        self.settings["session"].commit()  # expect: AF104
        self.application.settings["session"].commit()  # expect: AF104
        self.settings["label"].upper()


class Named(web.RequestHandler):
    @property
    def db(self):
        return self.settings["db"]

    async def get(self):
        self.db.commit()  # expect: AF104

    async def post(self):
        return self.settings["name"].upper()
