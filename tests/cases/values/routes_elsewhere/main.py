"""Tornado's routes with keywords that stand elsewhere, or under other names.

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


class Handler(tornado.web.RequestHandler):
    def initialize(self, cache, repo):
        self.cache = cache
        self.repo = repo

    async def get(self):
        self.cache.load()
        self.repo.load()  # expect: AF101


class Named(tornado.web.RequestHandler):
    def initialize(self, repo, limit=1):
        self.repo = repo

    async def get(self):
        self.repo.load()  # expect: AF101


class Unknown(tornado.web.RequestHandler):
    def initialize(self, repo=None):
        self.repo = repo

    async def get(self):
        self.repo.load()


REPO = Repo()
OPTIONS = {"repo": REPO}

ROUTES = [
    (r"/a", Handler, {"cache": Memory(), "repo": REPO}),
    (r"/b", Named, OPTIONS),
    (r"/c", Unknown, {"other": REPO}),
    (r"/d", Unknown, dict([("repo", Memory())])),
    (r"/e", Unknown, None),
]

app = tornado.web.Application(ROUTES)
