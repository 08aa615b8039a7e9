"""Members that are listed when the program runs, and picked by a mark of a decorator, a prefix or their class."""

import inspect
import time
from inspect import getmembers as members_of


def subscribe(topic):
    def mark(function):
        function._topic = topic
        return function

    return mark


class Bus:
    def __init__(self):
        self.table = {}
        self.hooks = []

    def register(self, listener):
        for _, method in inspect.getmembers(listener, inspect.ismethod):
            topic = getattr(method, "_topic", None)
            if topic is not None:
                self.table.setdefault(topic, []).append(method)

    def add_hooks(self, plugin):
        for name in dir(plugin):
            hook = getattr(plugin, name)
            if getattr(hook, "_topic", ""):
                self.hooks.append(hook)

    def publish(self, topic):
        for callback in self.table[topic]:
            callback()

    def start(self):
        for hook in self.hooks:
            hook()


class Listener:
    @subscribe("tick")
    def tick(self):
        time.sleep(0.01)

    def unmarked(self):
        open(__file__).close()


class Plugin:
    @subscribe("start")
    def started(self):
        time.sleep(0.01)

    def unmarked(self):
        open(__file__).close()


bus = Bus()
bus.register(Listener())
bus.add_hooks(Plugin())


async def bad_published():
    bus.publish("tick")  # expect: AF101


async def bad_started():
    bus.start()  # expect: AF101


class Actor:
    def __init__(self):
        self.handlers = {}
        for name in dir(self):
            if name.startswith("on_"):
                self.handlers[name[3:]] = getattr(self, name)

    def handle(self, message):
        self.handlers[message]()


class Counter(Actor):
    def on_add(self):
        time.sleep(0.01)

    def to_file(self):
        open(__file__).close()


async def bad_handled():
    Counter().handle("add")  # expect: AF101


def validates(function):
    function._validates = True
    return function


class Model:
    def __init_subclass__(cls):
        cls.checks = [name for name, member in vars(cls).items() if getattr(member, "_validates", False)]

    def __init__(self, value):
        for name in self.checks:
            getattr(self, name)(value)


class Host(Model):
    @validates
    def resolves(self, value):
        time.sleep(0.01)

    def save(self):
        open(__file__).close()


async def bad_validated():
    Host("a")  # expect: AF101


class Field:
    def check(self, value):
        return value


class Remote(Field):
    def check(self, value):
        time.sleep(0.01)


class Form:
    name = Remote()

    def fields(self):
        return {key: value for key, value in type(self).__dict__.items() if isinstance(value, Field)}

    def check(self, data):
        for key, field in self.fields().items():
            field.check(data[key])


async def bad_checked():
    Form().check({"name": "a"})  # expect: AF101


class Base:
    label = Field()


class Mild(Base):
    def check(self, data):
        for cls in type(self).__mro__:
            for field in vars(cls).values():
                if isinstance(field, Field):
                    field.check(data)


async def ok_checked():
    Mild().check("a")


def hooks_of(plugin):
    return [hook for _, hook in members_of(plugin) if getattr(hook, "_topic", "")]


async def bad_renamed():
    for hook in hooks_of(Plugin()):
        hook()  # expect: AF101
