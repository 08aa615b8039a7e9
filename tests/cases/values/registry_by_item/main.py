"""A registry whose own `__getitem__` picks what its methods call."""
import asyncio
import inspect
import time


class Registry:
    def __init__(self):
        self._commands = {}

    def register(self, name=None, *, aliases=()):
        def wrap(function):
            for key in (name or function.__name__, *aliases):
                self._commands[key] = function
            return function

        return wrap

    def __getitem__(self, name):
        return self._commands[name]

    async def invoke(self, name):
        result = self[name]()  # expect: AF101
        if inspect.isawaitable(result):
            result = await result
        return result

    async def invoke_elsewhere(self, name):
        return await asyncio.to_thread(self[name])


registry = Registry()
command = registry.register


@command()
def up():
    time.sleep(0.01)


@command("down", aliases=("off",))
async def down():
    return None


class Quiet(Registry):
    def __getitem__(self, name):
        return print


async def bad_invoked():
    await registry.invoke("up")


async def ok_elsewhere():
    await registry.invoke_elsewhere("up")
    await Quiet().invoke("up")
    await registry.invoke("off")
