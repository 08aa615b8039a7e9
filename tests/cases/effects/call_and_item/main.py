"""`__call__` and `__getitem__`."""
import time


class Handler:
    def __call__(self):
        time.sleep(1)


class Table:
    def __getitem__(self, key):
        time.sleep(1)


async def bad_call():
    handler = Handler()
    handler()  # expect: AF101


async def bad_item():
    return Table()["a"]  # expect: AF101
