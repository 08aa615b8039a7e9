"""Functions that only hand their arguments on: what comes back is what the flags that they are given decide."""

import time


class Sync:
    def read(self):
        time.sleep(0.01)


class Async:
    def read(self):
        return 1


def make(name, sync=False):
    if sync:
        return Sync()
    return Async()


def client(name, sync=False):
    return make(name, sync=sync)


def again(depth, sync):
    return again(depth - 1, sync) if depth else make("a", sync)


async def ok_async():
    client("a").read()
    client("a", sync=False).read()


async def bad_sync():
    client("a", sync=True).read()  # expect: AF101


async def bad_in_a_circle():
    again(2, True).read()  # expect: AF101
