"""Functions that are registered by a decorator of what a function is given."""

import time


class Bus:
    def __init__(self):
        self.handlers = []

    def on(self, function):
        self.handlers.append(function)
        return function

    def named(self, name):
        def register(function):
            self.handlers.append(function)
            return function

        return register


def attach(bus):
    @bus.on
    def snooze():
        time.sleep(0.01)


def attach_quick(bus):
    @bus.on
    def count():
        return 1


class Plugin:
    def __init__(self, bus):
        self.bus = bus

    def attach(self):
        @self.bus.named("pause")
        def pause():
            time.sleep(0.01)


async def bad_attached():
    bus = Bus()
    attach(bus)
    for handler in bus.handlers:
        handler()  # expect: AF101


async def bad_kept():
    bus = Bus()
    Plugin(bus).attach()
    for handler in bus.handlers:
        handler()  # expect: AF101
