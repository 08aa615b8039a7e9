"""What start-up code keeps in an application of which nobody knows the class.

NO_ORACLE: the frameworks are not installed.
"""
import requests

from framework import app, state
from other_framework import settings


class Quiet:
    def get(self, url):
        return url


class State:
    """The program's own: what it keeps is known."""

    session = Quiet()


own = State()


class Worker:
    def __init__(self):
        self.state = State()

    async def work(self):
        self.state.session.get("http://localhost")


app["session"] = requests.Session()
app["quiet"] = Quiet()
state.session = requests.Session()
state.quiet = Quiet()
settings.session = requests.Session()


async def bad_item():
    app["session"].get("http://localhost")  # expect: AF102


async def bad_attribute():
    state.session.get("http://localhost")  # expect: AF102


async def bad_of_request(request):
    request.app["session"].get("http://localhost")  # expect: AF102


async def ok_quiet(request):
    app["quiet"].get("http://localhost")
    state.quiet.get("http://localhost")
    request.app["quiet"].get("http://localhost")


async def ok_unknown():
    app["unknown"].get("http://localhost")
