"""Callables that are handed over by the handful, and called one after the other."""
import time


def nap(value=0):
    time.sleep(0.01)
    return value


def count(value=0):
    return value + 1


def compose(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value

    return run


def call_all(functions):
    for function in functions:
        function()


class Steps:
    def __init__(self, *steps):
        self.steps = steps

    def run(self):
        return [step() for step in self.steps]


async def bad_composed():
    compose(count, nap)(1)  # expect: AF101


async def bad_list():
    call_all([count, nap])  # expect: AF101


async def bad_steps():
    Steps(count, nap).run()  # expect: AF101


async def ok_composed():
    compose(count, count)(1)


async def ok_list():
    call_all([count, count])


async def ok_steps():
    Steps(count).run()
