"""A decorator of a dozen functions, and a table of a dozen handlers: each is followed."""
import asyncio
import functools
import time

HANDLERS = {}


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return function(*args)  # expect: AF101

    return wrapper


def on(name):
    def keep(function):
        HANDLERS[name] = function
        return function

    return keep


@logged
def one(): return 1
@logged
def two(): return 2
@logged
def three(): return 3
@logged
def four(): return 4
@logged
def five(): return 5
@logged
def six(): return 6
@logged
def seven(): return 7
@logged
def eight(): return 8
@logged
def nine(): return 9
@logged
def ten(): time.sleep(0.01)


@on("a")
def a(): return 1
@on("b")
def b(): return 2
@on("c")
def c(): return 3
@on("d")
def d(): return 4
@on("e")
def e(): return 5
@on("f")
def f(): return 6
@on("g")
def g(): return 7
@on("h")
def h(): return 8
@on("i")
def i(): return 9
@on("j")
def j(): time.sleep(0.01)


async def bad_decorated():
    await one()
    await ten()


async def bad_table():
    for name in "aj":
        HANDLERS[name]()  # expect: AF101


async def ok_off_the_loop():
    await asyncio.to_thread(HANDLERS["j"])
