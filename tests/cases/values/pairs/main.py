"""Pairs and batches of what is iterated."""
import itertools
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


def numbered():
    for number in range(2):
        time.sleep(0.01)
        yield number


async def bad_pairs():
    for one, other in itertools.pairwise([Loud(), Loud()]):
        one.go()  # expect: AF101
        other.go()  # expect: AF101


async def bad_iterated():
    for one, other in itertools.pairwise(numbered()):  # expect: AF101
        print(one, other)


async def ok_quiet():
    for one, other in itertools.pairwise([Quiet(), Quiet()]):
        one.go()
        other.go()
