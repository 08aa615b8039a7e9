"""Classes that decorators, base classes and registries keep under a key, and that a factory makes one of."""
import time

READERS = {}


def reads(kind):
    def decorate(cls):
        READERS[kind] = cls
        return cls

    return decorate


@reads("slow")
class SlowReader:
    def read(self):
        time.sleep(0.01)


@reads("quick")
class QuickReader:
    def read(self):
        return 1


def reader(kind):
    return READERS[kind]()


def any_reader(kind):
    return reader(kind)


async def ok_made():
    reader("quick").read()
    any_reader("quick").read()


async def bad_made():
    reader("slow").read()  # expect: AF101


async def bad_handed_on():
    any_reader("slow").read()  # expect: AF101


async def bad_any_of_them():
    for kind in list(READERS):
        reader(kind).read()  # expect: AF101


class Loader:
    kinds = {}

    def __init_subclass__(cls, kind="quick", **options):
        super().__init_subclass__(**options)
        Loader.kinds[kind] = cls

    @classmethod
    def of(cls, kind):
        return cls.kinds[kind]()


class SlowLoader(Loader, kind="slow"):
    def load(self):
        time.sleep(0.01)


class QuickLoader(Loader):
    def load(self):
        return 1


async def ok_of_kind():
    Loader.of("quick").load()
    Loader.kinds["quick"]().load()


async def bad_of_kind():
    Loader.of("slow").load()  # expect: AF101


async def bad_item():
    Loader.kinds["slow"]().load()  # expect: AF101


class Task:
    name = ""
    known = {}

    def __init_subclass__(cls):
        Task.known[cls.name] = cls


class SlowTask(Task):
    name = "slow"

    def run(self):
        time.sleep(0.01)


class QuickTask(Task):
    name = "quick"

    def run(self):
        return 1


def task(name):
    return Task.known[name]()


async def ok_named():
    task("quick").run()


async def bad_named():
    task("slow").run()  # expect: AF101


class Registry:
    def __init__(self):
        self._items = {}

    def register(self, name):
        def decorate(cls):
            self._items[name] = cls
            return cls

        return decorate

    def create(self, name, *args):
        return self._items[name](*args)


registry = Registry()


@registry.register("slow")
class SlowJob:
    def __init__(self, seconds):
        self.seconds = seconds

    def run(self):
        time.sleep(self.seconds)


@registry.register("quick")
class QuickJob:
    def __init__(self, seconds):
        self.seconds = seconds

    def run(self):
        return self.seconds


async def ok_created():
    registry.create("quick", 0.01).run()


async def bad_created():
    registry.create("slow", 0.01).run()  # expect: AF101
