"""Callables that operators and assignments pass to special methods and setters, which keep them."""
import time


def slow(item):
    time.sleep(0.01)
    return item


def other(item):
    time.sleep(0.01)
    return item


def quick(item):
    return item


class Stage:
    def __or__(self, other):
        return Chain(self, other if isinstance(other, Stage) else Map(other))

    def run(self, item):
        return item


class Chain(Stage):
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def run(self, item):
        return self.second.run(self.first.run(item))


class Map(Stage):
    def __init__(self, function):
        self.function = function

    def run(self, item):
        return self.function(item)


class Hooks:
    def __init__(self):
        self.functions = []

    def __iadd__(self, function):
        self.functions.append(function)
        return self

    def fire(self, item):
        for function in self.functions:
            function(item)


class Quiet:
    def __init__(self):
        self.functions = []
        self.kept = []

    def fire(self, item):
        for function in self.functions:
            function(item)

    def __iadd__(self, function):
        self.kept.append(function)
        return self


class Chosen:
    """Gets another function by the same operator than others do."""

    def __init__(self):
        self.functions = []

    def __iadd__(self, function):
        self.functions.append(function)
        return self

    def fire(self, item):
        for function in self.functions:
            function(item)


class Table:
    def __init__(self):
        self.known = {}

    def __setitem__(self, name, function):
        self.known[name] = function

    def call(self, name):
        return self.known[name](1)


class Button:
    @property
    def action(self):
        return self._action

    @action.setter
    def action(self, function):
        self._action = function

    def press(self):
        self._action(1)


async def bad_piped():
    (Stage() | slow | quick).run(1)  # expect: AF101


async def bad_added():
    hooks = Hooks()
    hooks += slow
    hooks.fire(1)  # expect: AF101


async def ok_kept():
    quiet = Quiet()
    quiet += other
    quiet.fire(1)


async def bad_put():
    table = Table()
    table["slow"] = slow
    table.call("slow")  # expect: AF101


async def bad_set():
    button = Button()
    button.action = slow
    button.press()  # expect: AF101


async def ok_run():
    Stage().run(1)


async def ok_chosen():
    chosen = Chosen()
    chosen += quick
    chosen.fire(1)
