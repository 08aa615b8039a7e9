"""Flags of classes whose methods set attributes by names that they work out, and by one that is written."""
import time


class Loaded:
    slow = False

    def load(self, values):
        for name, value in values.items():
            setattr(self, name, value)

    def run(self):
        if self.slow:
            time.sleep(0.01)


class Named:
    slow = False

    def load(self, value):
        setattr(self, "other", value)

    def run(self):
        if self.slow:
            time.sleep(0.01)


async def bad_loaded():
    loaded = Loaded()
    loaded.load({"slow": True})
    loaded.run()  # expect: AF101


async def ok_named():
    named = Named()
    named.load(True)
    named.run()
