"""What a `__getattr__` gives: that of a module, and that of a class which keeps what it has made."""

import time

import metrics


class Journal:
    def __init__(self, path):
        self.path = path

    def __getattr__(self, name):
        if name != "database":
            raise AttributeError(name)
        time.sleep(0.01)
        self.database = [self.path]
        return self.database

    def note(self, text):
        self.database.append(text)


async def bad_kept():
    Journal("a").note("b")  # expect: AF101


async def ok_there():
    return Journal("a").path


async def bad_of_a_module():
    return metrics.TABLE  # expect: AF101


async def ok_of_a_module():
    return metrics.LIST, metrics.width("a")
