"""`__getattr__` runs where an attribute is read that nothing binds."""

import time


class Lazy:
    """Connects when something of the connection is asked for."""

    timeout = 3

    def __init__(self):
        self.name = "lazy"

    def __getattr__(self, name):
        time.sleep(0.01)
        return getattr(time, name, None)

    def close(self):
        return None


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


async def bad_read():
    return Lazy().somewhere  # expect: AF101


async def bad_called():
    Lazy().monotonic()  # expect: AF101


async def bad_declared():
    return await of(Lazy())


async def of(lazy: Lazy):
    return lazy.elsewhere  # expect: AF101


async def ok_bound():
    lazy = Lazy()
    lazy.close()
    return lazy.name, lazy.timeout


async def ok_proxy():
    return Proxy(Lazy).timeout


class Printer:
    def __init__(self):
        time.sleep(1)

    def length(self):
        return 0


class Late:
    """Makes what it stands for at first use."""

    def __init__(self, factory):
        self._factory = factory
        self._target = None

    def __getattr__(self, name):
        if self._target is None:
            self._target = self._factory()
        return getattr(self._target, name)


async def bad_late():
    Late(Printer).length()  # expect: AF101


async def ok_late():
    Late(list).append(1)


class Heir(Lazy):
    """Inherits what makes attributes, and has one that is not made."""

    own = 1


class Quick(Lazy):
    def __getattr__(self, name):
        return name


class Declares(Lazy):
    """Says that there will be such an attribute: somebody sets it."""

    later: int
    measure: object


class Mixed(Heir):
    def __init__(self):
        super().__init__()
        self.kept = 2
        self.count = len


async def bad_inherited():
    Heir().somewhere  # expect: AF101
    Mixed().somewhere  # expect: AF101


async def ok_inherited():
    Heir().own
    Heir().name
    Mixed().kept
    Mixed().own
    Mixed().count("x")
    Quick().somewhere
    declares = Declares()
    declares.later = 3
    declares.measure = len
    declares.measure("x")
    return declares.later
