"""Objects that keep what settings say, or how a test of it comes out: `self.is_sync = settings.mode == "sync"`."""
import asyncio
import time
from dataclasses import dataclass


@dataclass
class Settings:
    backend: str = "memory"
    sync: bool = False
    level: int = 0


class Options:
    def __init__(self, wait=False, mode="fast"):
        self.wait = wait
        self.mode = mode


class Store:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.on_disk = settings.backend == "disk"
        self._sync = settings.sync
        self._quick = not settings.sync
        self._backend = settings.backend

    def flush(self) -> None:
        if self.on_disk:
            time.sleep(0.01)

    def plain(self) -> None:
        if self._sync:
            time.sleep(0.01)

    def negated(self) -> None:
        if self._quick:
            return
        time.sleep(0.01)

    def compared(self) -> None:
        if self._backend == "disk":
            time.sleep(0.01)

    def deep(self) -> None:
        if self.settings.level > 3:
            time.sleep(0.01)


class Sender:
    def __init__(self, options: Options) -> None:
        self._wait = options.wait
        self._is_slow = options.mode in ("slow", "safe")

    def send(self) -> None:
        if self._wait:
            time.sleep(0.01)

    def close(self) -> None:
        if not self._is_slow:
            return
        time.sleep(0.01)


class Loud(Sender):
    pass


class Switched:
    def __init__(self, settings: Settings) -> None:
        self._sync = settings.sync

    def turn_on(self) -> None:
        self._sync = True

    def run(self) -> None:
        if self._sync:
            time.sleep(0.01)


async def ok_as_they_are():
    store = Store(Settings())
    store.flush()
    store.plain()
    store.negated()
    store.compared()
    store.deep()


async def bad_as_they_are_set():
    Store(Settings(backend="disk")).flush()  # expect: AF101
    Store(Settings(sync=True)).plain()  # expect: AF101
    Store(Settings(sync=True)).negated()  # expect: AF101
    Store(Settings("disk")).compared()  # expect: AF101
    Store(Settings(level=4)).deep()  # expect: AF101


async def ok_of_plain_classes():
    quick = Options()
    Sender(quick).send()
    Sender(quick).close()


async def bad_of_plain_classes():
    slow = Options(wait=True, mode="slow")
    Sender(slow).send()  # expect: AF101
    Loud(slow).close()  # expect: AF101


async def bad_switched_on():
    switched = Switched(Settings())
    switched.turn_on()
    switched.run()  # expect: AF101
