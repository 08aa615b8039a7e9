"""Callbacks collected in a list on self."""
import time


class Bus:
    def __init__(self):
        self.listeners = []

    def subscribe(self, listener):
        self.listeners.append(listener)

    async def publish(self):
        for listener in self.listeners:
            listener()  # expect: AF101


def slow():
    time.sleep(1)


async def bad_publish():
    bus = Bus()
    bus.subscribe(slow)
    await bus.publish()
