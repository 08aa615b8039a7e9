"""Methods that a metaclass gives classes, and what it makes by `super().__call__`."""

import time


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.ready()
        return made

    def refresh(cls):
        time.sleep(0.01)

    def count(cls):
        return 1


class Slow(metaclass=Meta):
    def ready(self):
        time.sleep(0.01)


class Quick(metaclass=Meta):
    def ready(self):
        return None


async def bad_methods():
    Slow()  # expect: AF101
    Slow.refresh()  # expect: AF101


async def ok_methods():
    Quick()
    Quick.count()
