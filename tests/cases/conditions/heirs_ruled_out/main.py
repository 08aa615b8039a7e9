"""Where a test of a class came out false, an object of a base is none of that heir, nor of what derives from it."""
import asyncio
import time


class Source:
    kinds = {}

    def __init_subclass__(cls):
        Source.kinds[cls.__name__] = cls

    @classmethod
    def create(cls, kind: str) -> "Source":
        return cls.kinds[kind]()

    def pull(self):
        raise NotImplementedError

    def push(self):
        raise NotImplementedError


class Http(Source):
    def pull(self):
        time.sleep(0.01)

    def push(self):
        pass


class Https(Http):
    def pull(self):
        time.sleep(0.02)


class Memory(Source):
    def pull(self):
        pass

    def push(self):
        time.sleep(0.01)


async def pulled(source: Source):
    if isinstance(source, Http):
        await asyncio.to_thread(source.pull)
    else:
        source.pull()


async def pushed(source: Source):
    if isinstance(source, Http):
        await asyncio.to_thread(source.push)
    else:
        source.push()  # expect: AF101


async def wrongly(source: Source):
    if not isinstance(source, Https):
        source.pull()  # expect: AF101


class Runner:
    def __init__(self, names):
        self.sources = {name: Source.create(name) for name in names}

    async def run(self):
        for source in self.sources.values():
            if isinstance(source, Http):
                await asyncio.to_thread(source.pull)
            else:
                source.pull()


async def ok_pull():
    for kind in ("Http", "Https", "Memory"):
        await pulled(Source.create(kind))


async def ok_run():
    await Runner(["Http", "Https", "Memory"]).run()


async def bad_push():
    for kind in ("Http", "Https", "Memory"):
        await pushed(Source.create(kind))


async def bad_pull():
    for kind in ("Http", "Https", "Memory"):
        await wrongly(Source.create(kind))
