"""What a context variable is set to is what it is asked for."""
import contextvars
import time

current = contextvars.ContextVar("current")
quick_one = contextvars.ContextVar("quick_one")


class Slow:
    def run(self):
        time.sleep(0.01)


class Quick:
    def run(self):
        return 1


async def bad_current():
    current.set(Slow())
    current.get().run()  # expect: AF101


async def ok_quick():
    quick_one.set(Quick())
    quick_one.get().run()
