"""Type parameters that a class names in another order than its bases do."""
import time
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


class Left(Generic[A]):
    left: A


class Right(Generic[B]):
    right: B


class Pair(Left[A], Right[B], Generic[B, A]):
    """Its first parameter is what is right."""


class Plain(Left[A], Right[B]):
    """Its parameters are in the order of its bases."""


PAIR, PLAIN = Pair(), Plain()
PAIR.__dict__.update(left=Slow(), right=Quick())
PLAIN.__dict__.update(left=Quick(), right=Slow())


def pair() -> Pair[Quick, Slow]:
    return eval("PAIR")


def plain() -> Plain[Quick, Slow]:
    return eval("PLAIN")


async def bad_left():
    pair().left.work()  # expect: AF101


async def ok_right():
    pair().right.work()
    plain().left.work()


async def bad_plain():
    plain().right.work()  # expect: AF101
