"""`bus.on("event")(function)` registers it as `@bus.on("event")` does."""
import time


class Bus:
    def __init__(self):
        self.handlers = []

    def on(self, kind):
        def register(handler):
            self.handlers.append(handler)
            return handler

        return register

    def publish(self):
        for handler in self.handlers:
            handler()


bus = Bus()


@bus.on("decorated")
def decorated():
    open(__file__).close()


def called():
    time.sleep(1)


def never_registered():
    time.sleep(1)


bus.on("called")(called)
bus.on("lambda")(lambda: open(__file__).close())


async def bad_publish():
    bus.publish()  # expect: AF101, AF105
