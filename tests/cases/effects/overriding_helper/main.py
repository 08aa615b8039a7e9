"""The receiver's class decides, also through a plain helper of the base class."""
import time


class Base:
    def run(self):
        self.work()

    def work(self):
        return None


class Slow(Base):
    def work(self):
        time.sleep(1)


async def bad_slow():
    Slow().run()  # expect: AF101


async def ok_base():
    Base().run()
