"""The parameters of a wrapper are what calls of the functions that it stands for pass, `self` included."""
import functools
import time


class Disk:
    def load(self, key):
        time.sleep(1)


class Memory:
    def load(self, key):
        return key


def cached(method):
    @functools.wraps(method)
    async def wrapper(self, key):
        self.cache.load(key)  # expect: AF101
        return await method(self, key)

    return wrapper


def cached_in_memory(method):
    async def wrapper(self, key):
        self.memory.load(key)
        return await method(self, key)

    return wrapper


def after(name):
    def decorate(method):
        async def wrapper(owner, work):
            result = await method(owner, work)
            work()  # expect: AF105
            return result

        return wrapper

    return decorate


class Templates:
    def __init__(self, cache, memory):
        self.cache = cache
        self.memory = memory

    @cached
    async def get(self, key):
        return key

    @cached_in_memory
    async def peek(self, key):
        return key

    @after("put")
    async def put(self, work):
        return None


def touch():
    open(__file__).close()


async def bad_all():
    templates = Templates(Disk(), Memory())
    await templates.get("a")
    await templates.put(touch)


async def ok_memory():
    await Templates(Disk(), Memory()).peek("a")
