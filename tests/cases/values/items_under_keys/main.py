"""What a key picks from a dict that functions fill under keys: a key and what is put under it belong together."""
import asyncio
import time
from collections import defaultdict
from enum import Enum, auto


def slow():
    time.sleep(1)


def quick():
    return 1


class Named:
    def __init__(self):
        self.known = {}

    def add(self, name, function):
        self.known[name] = function

    def run(self, name):
        return self.known[name]()

    def run_any(self, name):
        return self.known.get(name, quick)()


named = Named()
named.add("slow", slow)
named.add("quick", quick)


async def ok_named():
    named.run("quick")


async def bad_named():
    named.run("slow")  # expect: AF101


async def bad_key_unknown():
    for name in list(named.known):
        named.run(name)  # expect: AF101


COMMANDS = {}


def command(name):
    def decorate(function):
        COMMANDS[name] = function
        return function

    return decorate


@command("wait")
def wait():
    time.sleep(1)


@command("peek")
def peek():
    return 1


async def ok_command():
    COMMANDS["peek"]()
    COMMANDS.get("peek")()


async def bad_command():
    COMMANDS["wait"]()  # expect: AF101


async def ok_in_a_thread():
    await asyncio.to_thread(COMMANDS["wait"])


class How(Enum):
    INLINE = auto()
    WORKER = auto()


class Started:
    pass


class Stopped:
    pass


class Renamed(Stopped):
    pass


class Bus:
    def __init__(self):
        self.handlers = {how: defaultdict(list) for how in How}
        self.by_kind: dict[type, list] = defaultdict(list)

    def on(self, kind, how=How.INLINE):
        def register(handler):
            self.handlers[how][kind].append(handler)
            return handler

        return register

    def listen(self, kind, handler):
        self.by_kind.setdefault(kind, []).append(handler)

    def publish(self, event):
        for handler in self.handlers[How.INLINE][type(event)]:
            handler()

    async def work(self, event):
        for handler in self.handlers[How.WORKER][type(event)]:
            await asyncio.to_thread(handler)

    def send(self, event):
        for handler in list(self.by_kind.get(type(event), ())):
            handler(event)


bus = Bus()


@bus.on(Started)
def note():
    open(__file__).close()


@bus.on(Started, How.WORKER)
def store():
    time.sleep(1)


bus.on(Started, How.WORKER)(slow)


async def bad_published():
    bus.publish(Started())  # expect: AF105
    await bus.work(Started())


def started(event):
    time.sleep(1)


def stopped(event):
    open(__file__).close()


bus.listen(Started, started)
bus.listen(Stopped, stopped)


async def bad_sent():
    bus.send(Started())  # expect: AF101


async def bad_sent_other():
    bus.send(Stopped())  # expect: AF105


async def ok_sent_to_nobody():
    bus.send(How.INLINE)


class Filled:
    def __init__(self):
        self.known = {"slow": slow}

    def add(self, name, function):
        self.known[name] = function

    def run(self, name):
        self.known[name]()


async def bad_filled_from_the_start():
    filled = Filled()
    filled.add("quick", quick)
    filled.run("slow")  # expect: AF101


class Updated:
    def __init__(self):
        self.known = {}

    def add(self, name, function):
        self.known[name] = function

    def add_all(self, functions):
        self.known.update(functions)

    def run(self, name):
        self.known[name]()


async def bad_updated():
    updated = Updated()
    updated.add("quick", quick)
    updated.add_all({"slow": slow})
    updated.run("slow")  # expect: AF101


class Tabled:
    """What is put in by another name of the dict, of one of two, or of one of its items."""

    def __init__(self):
        self.inline = defaultdict(list)
        self.background = defaultdict(list)

    def on(self, kind, background=False):
        table = self.background if background else self.inline

        def add(function):
            table[kind].append(function)
            return function

        return add

    def also(self, kind, function):
        known = self.inline[kind]
        known.append(function)

    def publish(self, event):
        for function in self.inline[type(event)]:
            function()


tabled = Tabled()


@tabled.on(Started)
def at_once():
    time.sleep(1)


@tabled.on(Started, background=True)
def in_the_background():
    open(__file__).close()


tabled.also(Renamed, note)


async def bad_tabled():
    tabled.publish(Started())  # expect: AF101


async def bad_also():
    tabled.publish(Renamed())  # expect: AF105


async def ok_tabled():
    tabled.publish(How.INLINE)
