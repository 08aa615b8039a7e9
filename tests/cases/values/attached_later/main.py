"""An attribute that a class binds to None, for whoever takes the object to attach something to it."""

import time


class Bus:
    def __init__(self):
        self.targets = {}

    def listen(self, event, target):
        self.targets.setdefault(event, []).append(target)

    def fire(self, event):
        for target in self.targets.get(event, ()):
            target()


class Hub:
    def __init__(self):
        self.bus = Bus()

    def add(self, entity):
        entity.hub = self
        entity.added()


class Entity:
    hub = None

    def added(self):
        pass


class Sensor(Entity):
    def added(self):
        self.hub.bus.listen("stop", self.goodbye)

    def goodbye(self):
        time.sleep(0.01)


class Probe:
    link = None

    def ask(self):
        return self.link.ping() if self.link else None


class Link:
    def ping(self):
        time.sleep(0.01)


class Node:
    wire = None

    def ask(self):
        return self.wire.ping() if self.wire else None


class Wire:
    def ping(self):
        return 1


def attach(probe, node):
    probe.link = Link()
    node.wire = Wire()


async def bad_listener():
    hub = Hub()
    hub.add(Sensor())
    hub.bus.fire("stop")  # expect: AF101


async def bad_probe():
    probe = Probe()
    attach(probe, Node())
    probe.ask()  # expect: AF101


async def ok_node():
    node = Node()
    attach(Probe(), node)
    node.ask()
