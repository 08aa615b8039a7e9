"""What a class's `__getattr__` runs: for names that neither it nor what it derives from binds, sets or declares."""
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


async def bad_made():
    return Remote().anything  # expect: AF101


async def bad_heir():
    return Heir().anything  # expect: AF101


async def bad_called():
    Given().refresh()  # expect: AF101


async def ok_bound():
    remote = Heir()
    remote.declared = "x"
    remote.defined()
    return remote.kind, remote.set, remote.own, remote.declared


async def ok_called():
    GivenQuietly().whatever()
