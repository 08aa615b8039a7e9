"""Items and membership of what is only known by its callers."""
import asyncio
import time


class Disk:
    def __contains__(self, key):
        time.sleep(0.01)
        return True

    def __getitem__(self, key):
        time.sleep(0.01)
        return key

    def __setitem__(self, key, value):
        time.sleep(0.01)


class Memory:
    def __init__(self):
        self.items = {}

    def __contains__(self, key):
        return key in self.items

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value


class Layers:
    def __init__(self, *layers):
        self.layers = layers

    def get(self, key):
        for layer in self.layers:
            if key in layer:
                return layer[key]
        return None


def remembered(cache):
    def decorate(function):
        def wrapper(value):
            if value not in cache:
                cache[value] = function(value)
            return cache[value]

        return wrapper

    return decorate


memory = Memory()


@remembered(memory)
def square(value):
    return value * value


@remembered(Disk())
def cube(value):
    return value**3


async def bad_layers():
    return Layers(memory, Disk()).get("a")  # expect: AF101


async def bad_decorated():
    return cube(2)  # expect: AF101


async def ok_layers():
    return Layers(memory, {}).get("a")


async def ok_decorated():
    return square(2)


async def ok_elsewhere():
    return await asyncio.to_thread(Layers(Disk()).get, "a")
