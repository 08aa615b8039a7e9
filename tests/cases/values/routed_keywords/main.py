"""Tornado's table of routes tells what a handler's `initialize` is given.

NO_ORACLE: the library is not installed.
"""
import time

import tornado.web


class Repo:
    def load(self):
        time.sleep(0.01)


class Memory:
    def load(self):
        return 1


class Base(tornado.web.RequestHandler):
    def initialize(self, repo):
        self.repo = repo


class Handler(Base):
    async def get(self):
        self.repo.load()  # expect: AF101


class Described(Base):
    def post(self):
        self.repo.load()  # expect: AF101


class Quick(tornado.web.RequestHandler):
    def initialize(self, memory):
        self.memory = memory

    async def get(self):
        self.memory.load()


def make_app():
    repo = Repo()
    return tornado.web.Application(
        [
            (r"/a", Handler, {"repo": repo}),
            tornado.web.url(r"/b", Described, dict(repo=repo)),
            (r"/c", Quick, {"memory": Memory()}),
        ]
    )
