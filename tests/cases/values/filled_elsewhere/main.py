"""What methods put into an object is known where the object is handed on, too."""
import time


class Valve:
    def __init__(self, name):
        self.name = name

    def read(self):
        time.sleep(0.01)


class Counter:
    name = "counter"

    def read(self):
        return 1


class Registry:
    def __init__(self):
        self._devices = {}

    def add(self, device):
        self._devices[device.name] = device
        return device

    def __iter__(self):
        return iter(self._devices.values())

    def __len__(self):
        return len(self._devices)


class Board:
    def __init__(self):
        self._devices = []

    def add(self, device):
        self._devices.append(device)

    def __iter__(self):
        return iter(self._devices)


def build(names):
    registry = Registry()
    for name in names:
        registry.add(Valve(name))
    return registry


def harmless():
    board = Board()
    board.add(Counter())
    return board


class Hub:
    def __init__(self, registry):
        self.registry = registry

    async def poll(self):
        for device in self.registry:
            device.read()  # expect: AF101
        return len(self.registry)


class Panel:
    def __init__(self, board):
        self.board = board

    async def poll(self):
        for device in self.board:
            device.read()


async def bad_poll(hub=Hub(build("ab"))):
    await hub.poll()


async def bad_declared(registry: Registry = build("a")):
    for device in registry:
        device.read()  # expect: AF101


async def ok_poll():
    await Panel(harmless()).poll()


async def ok_only_counted():
    len(build("a"))
