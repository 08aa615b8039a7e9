"""Reading an attribute that a descriptor stands for runs the descriptor."""
import time


class Slow:
    def __get__(self, instance, owner=None):
        time.sleep(0.01)
        return 1


class Quick:
    def __get__(self, instance, owner=None):
        return 1


class State:
    settings = Slow()
    mode = Quick()


async def bad_read():
    return State().settings  # expect: AF101


async def ok_read():
    return State().mode
