"""A base class blocks only for the subclasses whose method blocks."""
import time


class Base:
    async def run(self):
        self.work()  # expect: AF101

    def work(self):
        return None


class Slow(Base):
    def work(self):
        time.sleep(1)


class Quiet:
    async def run(self):
        self.work()

    def work(self):
        return None


async def bad_slow():
    await Slow().run()


async def ok_quiet():
    await Quiet().run()
