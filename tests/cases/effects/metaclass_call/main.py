"""A metaclass's `__call__` runs where an instance is made."""

import threading
import time


class Singleton(type):
    _instances: dict = {}
    _lock = threading.Lock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Slow(type):
    def __call__(cls, *args, **kwargs):
        time.sleep(0.01)
        return super().__call__(*args, **kwargs)


class Counting(type):
    made = 0

    def __call__(cls, *args, **kwargs):
        Counting.made += 1
        return super().__call__(*args, **kwargs)


class Settings(metaclass=Singleton):
    def __init__(self):
        self.name = "x"


class Connection(metaclass=Slow):
    pass


class Heir(Connection):
    pass


class Model(metaclass=Counting):
    def __init__(self, value=0):
        self.value = value


class Loaded(metaclass=Counting):
    def __init__(self):
        time.sleep(0.01)


async def bad_singleton():
    return Settings()  # expect: AF107


async def bad_slow():
    Connection()  # expect: AF101


async def bad_inherited():
    Heir()  # expect: AF101


async def bad_constructor_below():
    Loaded()  # expect: AF101


async def ok_counting():
    Model(1)
    return Connection
