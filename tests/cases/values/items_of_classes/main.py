"""Classes that are asked for an item: what `__class_getitem__` gives of a table."""
import time


def to_disk(rows):
    time.sleep(0.01)
    return rows


def to_memory(rows):
    return rows


class Writer:
    table = {"disk": to_disk}

    def __class_getitem__(cls, name):
        return cls.table[name]


class Quick:
    table = {"memory": to_memory}

    def __class_getitem__(cls, name):
        return cls.table[name]


class Typed:
    def __class_getitem__(cls, item):
        return cls

    def run(self):
        return 1


async def bad_item():
    Writer["disk"]("a")  # expect: AF101


async def ok_item():
    Quick["memory"]("a")


async def ok_typed():
    Typed[int]().run()
