"""Keys that are not what they seem: texts that members of enumerations are, attributes of heirs, what others ask for."""
import time
from enum import Enum


def slow():
    time.sleep(1)


def touch():
    open(__file__).close()


class Command(str, Enum):
    WAIT = "wait"
    TOUCH = "touch"


class Commands:
    def __init__(self):
        self.known = {}

    def add(self, name, function):
        self.known[name] = function

    def run(self, name):
        self.known[name]()


commands = Commands()
commands.add(Command.WAIT, slow)
commands.add("touch", touch)


async def bad_text_for_member():
    commands.run("wait")  # expect: AF101


async def bad_member_for_text():
    commands.run(Command.TOUCH)  # expect: AF105


class Event:
    kind = "event"


class Started(Event):
    kind = "started"


HANDLERS = {}


def on(kind):
    def register(function):
        HANDLERS[kind] = function
        return function

    return register


@on("event")
def nothing():
    return None


@on("started")
def started():
    time.sleep(1)


def publish(event: Event):
    HANDLERS[event.kind]()


async def bad_declared(events: list[Event] = [Started()]):
    for event in events:
        publish(event)  # expect: AF101


class Service:
    def __init__(self):
        self.routes = {}

    def route(self, path, function):
        self.routes[path] = function

    async def handle(self, path):
        self.routes[path]()  # expect: AF101

    async def index(self):
        await self.handle("/")


service = Service()
service.route("/", nothing)
service.route("/slow", slow)


async def bad_asked_by_others():
    await service.index()
    await getattr(service, "handle")("/slow")
