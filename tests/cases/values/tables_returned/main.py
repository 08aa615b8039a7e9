"""Tables that a function returns, and that are asked for one of their items where it is called."""
import time


def slow(seconds):
    time.sleep(seconds)


def quick(seconds):
    return seconds


def actions(pause):
    return {"slow": lambda: slow(pause), "quick": lambda: quick(pause)}


class Calculator:
    def __init__(self, pause):
        self.pause = pause

    def slow(self):
        time.sleep(self.pause)

    def quick(self):
        return self.pause

    def actions(self):
        return {"slow": self.slow, "quick": self.quick}


async def ok_quick():
    actions(0.01)["quick"]()
    Calculator(0.01).actions()["quick"]()
    table = actions(0.01)
    table["quick"]()


async def bad_function():
    actions(0.01)["slow"]()  # expect: AF101


async def bad_method():
    Calculator(0.01).actions()["slow"]()  # expect: AF101


async def bad_local():
    table = actions(0.01)
    table["slow"]()  # expect: AF101


async def bad_changed():
    table = actions(0.01)
    table["quick"] = lambda: slow(0.01)
    table["quick"]()  # expect: AF101
