"""Handlers that a decorator of the class puts into the class's own dictionary."""
import time


class Router:
    handlers = {}

    @classmethod
    def register(cls, name):
        def decorate(function):
            cls.handlers[name] = function
            return function

        return decorate

    async def dispatch(self, name):
        return self.handlers[name]()  # expect: AF101


@Router.register("slow")
def slow():
    time.sleep(0.01)


async def bad_dispatch():
    await Router().dispatch("slow")
