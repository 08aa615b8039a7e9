"""What `super()` means in a mixin is told by the class that mixes it in."""
import time


class Slow:
    def load(self):
        time.sleep(0.01)


class Fake:
    def load(self):
        return 1


class Cached:
    def load(self):
        return super().load()


class Real(Cached, Slow):
    pass


class Stub(Cached, Fake):
    pass


async def bad_real():
    Real().load()  # expect: AF101


async def ok_stub():
    Stub().load()
