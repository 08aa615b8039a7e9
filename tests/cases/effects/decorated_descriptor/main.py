"""A class that decorates a method, and runs it where the attribute is read."""
import time


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.function(instance)


class Model:
    @Lazy
    def weights(self):
        time.sleep(0.01)
        return 1

    @Lazy
    def label(self):
        return "model"


async def bad_read():
    return Model().weights  # expect: AF101


async def ok_read():
    return Model().label
