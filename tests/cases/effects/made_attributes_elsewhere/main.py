"""What a class's `__getattr__` runs: for names that neither it nor what it derives from binds, sets or declares."""
import functools
import time


class Remote:
    kind = "remote"
    declared: str

    def __init__(self):
        self.set = 1

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        time.sleep(0.01)
        return 1

    def defined(self):
        return 1


class Heir(Remote):
    own = 2


class Given:
    """Its `__getattr__` gives functions."""

    def __getattr__(self, name):
        def call():
            time.sleep(0.01)

        return call


class GivenQuietly:
    def __getattr__(self, name):
        return lambda: 1


class Forwarding:
    """Its `__getattr__` gives one function for every name."""

    def __getattr__(self, name):
        return functools.partial(self.call, name)

    def call(self, name):
        time.sleep(0.01)
        return name


class Decorated:
    """Its `__getattr__` gives what its maker handed to it."""

    def __init__(self, function):
        self.function = function

    def __getattr__(self, name):
        return self.function


def pause():
    time.sleep(0.01)


async def bad_made():
    return Remote().anything  # expect: AF101


async def bad_heir():
    return Heir().anything  # expect: AF101


async def bad_called():
    Given().refresh()  # expect: AF101


async def bad_forwarded():
    Forwarding().synchronise()  # expect: AF101


async def bad_handed():
    Decorated(pause).replicate()  # expect: AF101


async def ok_bound():
    remote = Heir()
    remote.declared = "x"
    remote.defined()
    return remote.kind, remote.set, remote.own, remote.declared


async def ok_called():
    GivenQuietly().whatever()
