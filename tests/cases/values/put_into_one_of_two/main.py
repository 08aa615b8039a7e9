"""What is put into one of two containers, as a flag says; and dicts of objects that are made at several places."""
import asyncio
import time
from collections import defaultdict


class Callback:
    async def on_success(self):
        self.done()  # expect: AF101

    def done(self):
        return None


class Logger(Callback):
    def done(self):
        time.sleep(1)


class Trail(Callback):
    def done(self):
        open(__file__).close()


class Callbacks:
    def __init__(self):
        self._inline = []
        self._threaded = []

    def register(self, callback, *, blocking=False):
        (self._threaded if blocking else self._inline).append(callback)

    async def success(self):
        for callback in self._inline:
            await callback.on_success()
        for callback in list(self._threaded):
            await asyncio.to_thread(callback.done)


async def bad_registered():
    callbacks = Callbacks()
    callbacks.register(Logger())
    callbacks.register(Trail(), blocking=True)
    await callbacks.success()


class Hooks:
    def __init__(self):
        self.quick = []
        self.slow = []

    def add(self, hook, slow=False):
        target = self.slow if slow else self.quick
        target.append(hook)

    def run(self):
        for hook in self.quick:
            hook()

    async def run_slow(self):
        for hook in self.slow:
            await asyncio.to_thread(hook)


def wait():
    time.sleep(1)


def touch():
    open(__file__).close()


async def bad_hooks():
    hooks = Hooks()
    hooks.add(touch)
    hooks.add(wait, slow=True)
    hooks.run()  # expect: AF105
    await hooks.run_slow()


class Client:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._dedicated = defaultdict(list)

    def on_message(self, topic, handler, dedicated=False):
        (self._dedicated if dedicated else self._handlers)[topic].append(handler)

    async def deliver(self, topic):
        for handler in self._handlers[topic]:
            handler()  # expect: AF101

    async def deliver_quietly(self, topic):
        for handler in self._handlers[topic]:
            handler()


async def bad_clients():
    loud, still = Client(), Client()
    loud.on_message("orders", wait)
    loud.on_message("audit", touch, dedicated=True)
    still.on_message("orders", touch, dedicated=True)
    await loud.deliver("orders")
    await still.deliver_quietly("orders")
