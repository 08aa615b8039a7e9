"""Handlers in lists in a dictionary, told apart by whether they are coroutine functions."""
import inspect
import time
from collections import defaultdict


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)

    def subscribe(self, topic, handler):
        self.handlers[topic].append(handler)

    async def publish(self, topic):
        for handler in self.handlers[topic]:
            if inspect.iscoroutinefunction(handler):
                await handler()
            else:
                handler()  # expect: AF101


class Quiet:
    def __init__(self):
        self.handlers = {}

    def subscribe(self, topic, handler):
        self.handlers.setdefault(topic, []).append(handler)

    async def publish(self, topic):
        for handler in self.handlers.get(topic, ()):
            handler()


def slow():
    time.sleep(0.01)


def quick():
    return None


async def bad_publish():
    bus = Bus()
    bus.subscribe("a", slow)
    await bus.publish("a")


async def ok_publish():
    bus = Quiet()
    bus.subscribe("a", quick)
    await bus.publish("a")
