"""A registration that, used with a name alone, returns a partial of itself to decorate with."""
import functools
import time


class Events:
    def __init__(self):
        self.handlers = {}

    def on(self, name, function=None):
        if function is None:
            return functools.partial(self.on, name)
        self.handlers.setdefault(name, []).append(function)
        return function

    def emit(self, name):
        for handler in self.handlers.get(name, ()):
            handler()


slow_events = Events()
quick_events = Events()


@slow_events.on("loaded")
def load():
    time.sleep(0.01)


async def bad_emitted():
    slow_events.emit("loaded")  # expect: AF101


async def ok_called_by_nobody():
    return quick_events, load
