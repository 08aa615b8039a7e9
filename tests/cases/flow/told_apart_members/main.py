"""Members of objects that a test has told apart, picked by name, tested themselves, or handed on as arguments."""
import asyncio
import inspect
import time
from dataclasses import dataclass
from typing import Any, Callable


class Step:
    heavy = True

    def up(self):
        return None

    def down(self):
        return None


class Table(Step):
    def up(self):
        time.sleep(1)

    def down(self):
        open(__file__).close()


class Marker(Step):
    heavy = False

    def up(self):
        time.sleep(1)


class Silent(Step):
    heavy = False

    def down(self):
        time.sleep(1)


async def run(step, direction):
    action = getattr(step, direction)
    if step.heavy:
        await asyncio.to_thread(action)
    else:
        action()  # expect: AF101


async def bad_picked():
    for step in (Table(), Marker(), Silent()):
        await run(step, "up")


class Plugin:
    threaded = False

    def handle(self, event):
        return None


class Mirror(Plugin):
    threaded = True

    def handle(self, event):
        open(__file__).close()


class Greeter(Plugin):
    def handle(self, event):
        time.sleep(1)


class Waiter(Plugin):
    async def handle(self, event):
        await asyncio.sleep(0)


async def emit(plugins, event):
    for plugin in plugins:
        if inspect.iscoroutinefunction(plugin.handle):
            await plugin.handle(event)
        elif plugin.threaded:
            await asyncio.to_thread(plugin.handle, event)
        else:
            plugin.handle(event)  # expect: AF101


async def bad_tested_twice():
    await emit([Mirror(), Greeter(), Waiter()], "x")


@dataclass
class Command:
    name: str
    function: Callable[..., Any]
    admin: bool = False

    async def invoke(self):
        return await asyncio.to_thread(self.function)


class Commands:
    def __init__(self):
        self.known = {}

    def command(self, name, admin=False):
        def decorate(function):
            self.known[name] = Command(name, function, admin)
            return function

        return decorate

    def find(self, name):
        return self.known.get(name)


commands = Commands()


@commands.command("report")
def report():
    open(__file__).close()


@commands.command("restart", admin=True)
def restart():
    time.sleep(1)


async def dispatch(name):
    command = commands.find(name)
    if command.admin:
        return await by_admin(command)
    return await command.invoke()


async def by_admin(command):
    return command.function()  # expect: AF101


async def bad_handed_on():
    await dispatch("report")
    await dispatch("restart")
