"""What is done where an object does not have an attribute, which some of those that it may be have."""
import asyncio
import time
from dataclasses import dataclass
from typing import Any, Optional


class Knowledge:
    async def ainsert(self, name):
        return name

    def insert(self, name):
        time.sleep(0.01)


class Plain:
    def insert(self, name):
        time.sleep(0.01)


class Later:
    async def aclose(self):
        await asyncio.sleep(0)

    def close(self):
        time.sleep(0.01)


class Now:
    def close(self):
        time.sleep(0.01)


class Quick:
    def close(self):
        return None


@dataclass
class Store:
    knowledge: Optional[Any] = None

    async def ok_save(self):
        if hasattr(self.knowledge, "ainsert"):
            await self.knowledge.ainsert("a")
        else:
            self.knowledge.insert("a")


async def closed(resource):
    if hasattr(resource, "aclose"):
        await resource.aclose()
    elif hasattr(resource, "close"):
        resource.close()  # expect: AF101


async def shut(resource):
    if not hasattr(resource, "aclose"):
        resource.close()
        return
    await resource.aclose()


def chosen(flag):
    return Later() if flag else Quick()


async def bad_each():
    for kind in (Later(), Now()):
        if hasattr(kind, "aclose"):
            await kind.aclose()
        else:
            kind.close()  # expect: AF101


async def ok_each():
    for kind in (Later(), Quick()):
        if hasattr(kind, "aclose"):
            await kind.aclose()
        else:
            kind.close()
    one = chosen(len("a") > 1)
    if not hasattr(one, "aclose"):
        one.close()


async def main():
    await Store(knowledge=Knowledge()).ok_save()
    await closed(Later())
    await closed(Now())
    await shut(Later())
    await shut(Quick())
    await bad_each()
    await ok_each()
    await asyncio.to_thread(Plain().insert, "a")


ORACLE = [main]
