"""Two objects of one class that functions are added to in place: each runs what was added to it."""
import time


def slow(item):
    time.sleep(0.01)


def quick(item):
    return item


class Hooks:
    def __init__(self):
        self.functions = []

    def add(self, function):
        self.functions.append(function)

    def __iadd__(self, function):
        self.functions.append(function)
        return self

    def fire(self, item):
        for function in self.functions:
            function(item)


calm = Hooks()
calm += quick
calm.add(quick)
busy = Hooks()
busy += slow
busy.add(quick)


async def ok_calm():
    calm.fire(1)


async def bad_busy():
    busy.fire(1)  # expect: AF101


class Box:
    name = None

    def __init__(self):
        self.kept = quick

    def __setitem__(self, key, value):
        self.kept = value

    def run(self):
        self.kept(1)


box = Box()
box["a"] = quick
box.name = slow


async def ok_items():
    box.run()


class SlowBox(Box):
    """Has something slow put into it."""

    def __setitem__(self, key, value):
        self.taken = value

    def run(self):
        self.taken(1)


slow_box = SlowBox()
slow_box["a"] = slow


async def bad_items():
    slow_box.run()  # expect: AF101
