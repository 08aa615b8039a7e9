"""Decorators that are objects, whose `__call__` keeps the function."""
import time


class route:
    table = {}

    def __init__(self, path):
        self.path = path

    def __call__(self, function):
        route.table[self.path] = function
        return function


class quiet_route:
    table = {}

    def __init__(self, path):
        self.path = path

    def __call__(self, function):
        quiet_route.table[self.path] = function
        return function


@route("/slow")
def slow(amount):
    time.sleep(amount)


@quiet_route("/quick")
def quick(amount):
    return amount


async def bad_routed():
    route.table["/slow"](0.01)  # expect: AF101


async def ok_routed():
    quiet_route.table["/quick"](0.01)
