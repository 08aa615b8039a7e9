"""A shop: repositories behind a protocol, services with injected parts, events, caches and settings."""
import asyncio
import enum
import functools
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from store import CachedRepository, DiskRepository, MemoryRepository, Repository, open_repository


class Level(enum.Enum):
    QUIET = 0
    LOUD = 1

    def log(self, text):
        if self is Level.LOUD:
            time.sleep(0.01)
        return text


class Notifier(Protocol):
    def notify(self, text): ...


class MailNotifier:
    def notify(self, text):
        time.sleep(0.01)


class NoNotifier:
    def notify(self, text):
        return None


class Events:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler=None):
        if handler is None:
            return functools.partial(self.on, name)
        self.handlers.setdefault(name, []).append(handler)
        return handler

    def emit(self, name, *args):
        for handler in self.handlers.get(name, ()):
            handler(*args)


@dataclass
class Order:
    number: int
    lines: list = field(default_factory=list)

    def total(self):
        return sum(line.price for line in self.lines)


@dataclass
class Line:
    name: str
    price: int = 1


@dataclass
class Shop:
    repository: Repository
    notifier: Notifier = field(default_factory=NoNotifier)
    events: Events = field(default_factory=Events)

    def buy(self, *names):
        order = Order(1, [Line(name) for name in names])
        self.repository.save(order)
        return order

    def tell(self, order):
        self.notifier.notify(str(order.total()))

    def find(self, number):
        return self.repository.load(number)

    @contextmanager
    def transaction(self):
        self.repository.begin()
        yield self
        self.repository.commit()

    @functools.cached_property
    def report(self):
        return [order.total() for order in self.repository.all()]


events = Events()


@events.on("paid")
def on_paid(order):
    time.sleep(0.01)


@events.on("sent")
def on_sent(order):
    return order


events.on("lost", lambda order: MailNotifier().notify("lost"))


async def bad_disk():
    shop = Shop(DiskRepository())
    order = shop.buy("a", "b")  # expect: AF101
    shop.tell(order)
    shop.find(1)  # expect: AF101
    print(shop.report)  # expect: AF101


async def ok_memory():
    shop = Shop(MemoryRepository())
    order = shop.buy("a")
    shop.tell(order)
    shop.find(1)
    print(shop.report)


async def bad_notified():
    shop = Shop(MemoryRepository(), MailNotifier())
    shop.tell(shop.buy("a"))  # expect: AF101
    quiet = Shop(MemoryRepository(), notifier=NoNotifier())
    quiet.tell(quiet.buy("a"))


async def bad_cached():
    shop = Shop(CachedRepository(DiskRepository()))
    shop.find(1)  # expect: AF101
    memory = Shop(CachedRepository(MemoryRepository()))
    memory.find(1)
    memory.buy("a")


async def bad_transactions():
    with Shop(DiskRepository()).transaction() as shop:  # expect: AF101
        shop.find(2)  # expect: AF101
    with Shop(MemoryRepository()).transaction() as shop:
        shop.find(2)


async def bad_events():
    events.emit("paid", Order(1))  # expect: AF101
    events.emit("lost", Order(1))  # expect: AF101


async def bad_opened():
    open_repository("disk").load(1)  # expect: AF101
    open_repository("memory").load(1)


async def bad_levels():
    Level.LOUD.log("a")  # expect: AF101


async def ok_in_threads():
    shop = Shop(DiskRepository())
    order = await asyncio.to_thread(shop.buy, "a")
    await asyncio.get_running_loop().run_in_executor(None, shop.find, order.number)
    await asyncio.gather(asyncio.to_thread(shop.tell, order), asyncio.sleep(0))
