"""Coroutines of before `async def`, and handlers of servers that are built on tornado.

NO_ORACLE: tornado, jupyterhub and notebook are not installed.
"""
import subprocess

from jupyterhub.spawner import Spawner
from notebook.base.handlers import APIHandler
from tornado import gen


class UnitSpawner(Spawner):
    @gen.coroutine
    def start(self):
        subprocess.check_output(["systemctl", "start"])  # expect: AF106
        yield gen.sleep(1)
        return (yield self.poll())

    @gen.coroutine
    def stop(self, now=False):
        subprocess.check_output(["systemctl", "stop"])  # expect: AF106

    def unused(self):
        subprocess.check_output(["systemctl", "kill"])


class Git:
    def log(self):
        return subprocess.check_output(["git", "log"])


class LogHandler(APIHandler):
    @property
    def git(self):
        return self.settings["git"]

    def post(self):
        self.finish(self.git.log())  # expect: AF106


def load_extension(nbapp):
    nbapp.web_app.settings["git"] = Git()
