"""Bound methods that a constructor keeps are those of the object's own class."""
import time


class Machine:
    def __init__(self):
        self.state = "build"
        self.actions = {"idle": self.idle, "build": self.build}

    def idle(self):
        return 1

    def build(self):
        time.sleep(0.01)

    def step(self):
        self.actions[self.state]()


class Dry(Machine):
    def build(self):
        return 2


class Lazy(Machine):
    def build(self):
        return 3

    def idle(self):
        time.sleep(0.01)

    def rest(self):
        self.state = "idle"
        self.step()


async def bad_step():
    Machine().step()  # expect: AF101


async def bad_rest():
    Lazy().rest()  # expect: AF101


async def ok_step():
    Dry().step()
