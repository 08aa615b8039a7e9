"""A mixin calls what another base class offers."""
import time


class Caching:
    def cached(self):
        return self.fetch()


class Source:
    def fetch(self):
        time.sleep(1)


class Memory:
    def fetch(self):
        return 1


class Slow(Caching, Source):
    pass


class Fast(Caching, Memory):
    pass


async def bad_slow():
    Slow().cached()  # expect: AF101


async def ok_fast():
    Fast().cached()
