"""Switches of objects that the program makes: where none is made with it, what stands under it never runs."""
import asyncio
import time
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass
class Settings:
    root: str
    slow_path: bool = False
    audited: bool = False
    patient: bool = False
    copied: bool = False


class Cache(Generic[V]):
    def __init__(self, store, *, waits: float = 0):
        self.store = store
        self.waits = waits

    def put(self, value: V):
        if self.waits:
            time.sleep(self.waits)


class Shelf(Generic[V]):
    def __init__(self, store, *, pause: float = 0):
        self.store = store
        self.pause = pause

    def put(self, value: V):
        if self.pause:
            time.sleep(self.pause)


def audit(settings: Settings):
    settings.audited = True


async def handler(settings: Settings):
    if settings.slow_path:
        time.sleep(0.01)


async def audited(settings: Settings):
    if settings.audited:
        time.sleep(0.01)  # expect: AF101


async def patient(settings: Settings):
    if settings.patient:
        time.sleep(0.01)  # expect: AF101


async def copied(settings: Settings):
    if settings.copied:
        time.sleep(0.01)  # expect: AF101


async def put(cache: Cache):
    cache.put(1)


async def shelve(shelf: Shelf):
    shelf.put(1)  # expect: AF101


HANDLERS = {"slow": handler, "audited": audited, "patient": patient, "copied": copied}


async def dispatch(name, settings):
    await HANDLERS[name](settings)


async def ok_slow_path():
    await dispatch("slow", Settings("."))


async def bad_audited():
    settings = Settings(".")
    audit(settings)
    await dispatch("audited", settings)


async def bad_patient():
    await dispatch("patient", Settings(".", patient=True))


async def bad_copied():
    await dispatch("copied", replace(Settings("."), copied=True))


async def ok_cache():
    for cache in (Cache[int]({}), Cache[str]({})):
        await put(cache)


async def bad_shelf():
    for shelf in (Shelf[int]({}), Shelf[str]({}, pause=0.01)):
        await shelve(shelf)
