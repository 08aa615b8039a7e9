"""What a constructor makes only where a part of what it is given says so: that part is not told by the whole."""
import time
from concurrent.futures import ThreadPoolExecutor


class Config:
    def __init__(self, threaded):
        self.threaded = threaded


class Sender:
    def __init__(self, config):
        self.pool = ThreadPoolExecutor(2) if config.threaded else None

    def send(self):
        if self.pool is None:
            time.sleep(0.01)


async def bad_by_its_config():
    Sender(Config(False)).send()  # expect: AF101


class Either:
    def __init__(self, threaded, pooled):
        self.pool = ThreadPoolExecutor(2) if threaded or pooled else None

    def send(self):
        if self.pool is None:
            time.sleep(0.01)


async def bad_neither():
    Either(False, False).send()  # expect: AF101


class Both:
    def __init__(self, threaded, pooled):
        self.pool = ThreadPoolExecutor(2) if threaded and pooled else None

    def send(self):
        if self.pool is None:
            time.sleep(0.01)


async def bad_only_one():
    Both(True, False).send()  # expect: AF101


class Kept:
    def __init__(self, threaded):
        self.threaded = threaded
        self.pool = ThreadPoolExecutor(2) if self.threaded else None

    def send(self):
        if self.pool is None:
            time.sleep(0.01)


async def bad_kept():
    Kept(False).send()  # expect: AF101


def found(kind):
    return []


class Holder:
    def __init__(self, keeps=False):
        self.kept = found("a") if keeps else None

    def run(self):
        if not self.kept:
            time.sleep(0.01)


async def bad_found_empty():
    Holder(True).run()  # expect: AF101
