"""What `__iter__` gives: the object itself, another one, a list's iterator, a generator."""
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Itself:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return Loud()


class Cursor:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        time.sleep(0.01)
        if not self.left:
            raise StopIteration
        self.left -= 1
        return Quiet()


class Another:
    def __iter__(self):
        return Cursor()


class OfList:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


class Generated:
    def __iter__(self):
        time.sleep(0.01)
        yield Loud()


class Either:
    def __init__(self, quick):
        self.quick = quick

    def __iter__(self):
        if self.quick:
            return iter([Quiet()])
        return Cursor()


async def bad_itself():
    for item in Itself():
        item.go()  # expect: AF101


async def bad_another():
    for item in Another():  # expect: AF101
        item.go()


async def bad_of_list():
    for item in OfList([Loud()]):
        item.go()  # expect: AF101


async def bad_generated():
    for item in Generated():  # expect: AF101
        item.go()  # expect: AF101


async def bad_unpacked():
    first, second = Itself()
    second.go()  # expect: AF101
    return first


async def bad_either():
    for item in Either(False):  # expect: AF101
        item.go()


async def ok_of_list():
    for item in OfList([Quiet()]):
        item.go()
