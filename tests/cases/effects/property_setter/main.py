"""A property with a setter is still read through its getter."""
import time


class Config:
    @property
    def values(self):
        time.sleep(1)
        return 1

    @values.setter
    def values(self, value):
        self._values = value


async def bad_read():
    return Config().values  # expect: AF101


class Saved:
    def __init__(self):
        self.seen = 0
        self._name = ""

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        time.sleep(1)
        self._name = name

    @property
    def size(self):
        return 1

    @size.setter
    def size(self, size):
        self.seen = size

    async def rename(self, name):
        self.name = name  # expect: AF101


class Heir(Saved):
    pass


async def bad_set():
    saved = Saved()
    saved.name = "x"  # expect: AF101


async def bad_inherited():
    saved = Heir()
    saved.name, rest = "x", 1  # expect: AF101
    return rest


async def bad_by_itself():
    await Saved().rename("x")


async def ok_read():
    return Saved().name


async def ok_set():
    saved = Saved()
    saved.size = 3
    saved.seen = 4
