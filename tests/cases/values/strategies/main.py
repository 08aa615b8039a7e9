"""Strategy objects, told apart by what they were made with."""
import time


class Slow:
    def load(self):
        time.sleep(1)


class Fast:
    def load(self):
        return 1


class Service:
    def __init__(self, strategy):
        self._strategy = strategy

    def handle(self):
        return self._strategy.load()


async def bad_slow():
    service = Service(Slow())
    service.handle()  # expect: AF101


async def ok_fast():
    service = Service(Fast())
    service.handle()
