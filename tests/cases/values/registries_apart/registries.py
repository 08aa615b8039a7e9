"""Things that keep functions, of which the program makes several."""
import time
from collections import defaultdict


class Commands:
    def __init__(self):
        self._known = {}

    def command(self, name):
        def decorate(function):
            self._known[name] = function
            return function

        return decorate

    def run(self, name):
        return self._known[name]()


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def subscribe(self, kind, handler):
        self._handlers[kind].append(handler)

    def on(self, kind):
        def decorate(handler):
            self.subscribe(kind, handler)
            return handler

        return decorate

    def publish(self, event):
        for handler in self._handlers[type(event)]:
            handler(event)

    async def publish_soon(self, event):
        for handler in self._handlers[type(event)]:
            handler(event)  # expect: AF101


class Hooks:
    def __init__(self):
        self.hooks = []

    def add(self, hook):
        self.hooks.append(hook)

    def fire(self):
        for hook in self.hooks:
            hook()


class Device:
    def __init__(self):
        self.machine = Hooks()
        self.machine.add(self.count)

    def count(self):
        return 1

    def start(self):
        self.machine.fire()


class Simulator:
    def __init__(self):
        self.machine = Hooks()
        self.machine.add(self.nap)

    def nap(self):
        time.sleep(1)

    def start(self):
        self.machine.fire()


class Memory:
    def add(self, item):
        return item


class Disk:
    def add(self, item):
        time.sleep(1)


class Orders:
    def __init__(self, store):
        self.store = store

    def place(self, item):
        self.store.add(item)
