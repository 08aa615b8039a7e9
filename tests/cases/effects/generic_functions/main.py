"""A generic function may run any implementation that is registered with it."""
import time
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(value):
    return value


@show.register
def _(value: int):
    time.sleep(0.01)


@singledispatch
def size(value):
    return 0


@size.register(list)
def _size_of_list(value):
    return len(value)


class Writer:
    @singledispatchmethod
    def write(self, value):
        return value

    @write.register
    def _(self, value: int):
        time.sleep(0.01)


async def bad_function():
    show(1)  # expect: AF101


async def bad_method():
    Writer().write(1)  # expect: AF101


async def ok_function():
    size([1])
