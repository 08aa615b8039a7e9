"""What `cls(...)` passes to the constructor counts as what naming the class passes."""
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Service:
    def __init__(self, client):
        self.client = client

    @classmethod
    def standard(cls):
        return cls(Loud())

    async def work(self):
        self.client.go()  # expect: AF101


class Unasked:
    """Nobody calls its coroutine by name."""

    def __init__(self, client):
        self.client = client

    @classmethod
    def standard(cls):
        return cls(Loud())

    async def handle(self):
        self.client.go()  # expect: AF101


class Harmless:
    def __init__(self, client):
        self.client = client

    @classmethod
    def standard(cls):
        return cls(Quiet())

    async def work(self):
        self.client.go()


async def bad_made():
    Service.standard().client.go()  # expect: AF101


async def ok_awaited():
    await Service.standard().work()


async def ok_unasked():
    await getattr(Unasked.standard(), "".join(["han", "dle"]))()


async def ok_made():
    Harmless.standard().client.go()
    await Harmless.standard().work()
