"""Built-in functions ask objects by their special methods: elements, what a key makes of them, what is compared."""
import asyncio
import bisect
import copy
import heapq
import io
import math
import os
import pickle
import pprint
import time
import traceback
from functools import total_ordering


def wait():
    time.sleep(0.01)


@total_ordering
class Ordered:
    def __init__(self, rank=0):
        self.rank = rank

    def __lt__(self, other):
        wait()
        return self.rank < other.rank

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__


class Equal:
    def __eq__(self, other):
        wait()
        return self is other

    def __hash__(self):
        return 1


class Hashed:
    def __hash__(self):
        wait()
        return 1


class Told:
    def __str__(self):
        wait()
        return ""

    def __format__(self, spec):
        return "told"

    def __repr__(self):
        return "told"


class Plain:
    def __init__(self, rank=0):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __radd__(self, other):
        return self

    def __hash__(self):
        return 2

    def __eq__(self, other):
        return self is other


class Summed:
    def __radd__(self, other):
        wait()
        return self


class Number:
    def __int__(self):
        wait()
        return 1

    def __float__(self):
        wait()
        return 1.0

    def __abs__(self):
        wait()
        return self

    def __round__(self, digits=0):
        wait()
        return 1

    def __floor__(self):
        wait()
        return 1

    def __ceil__(self):
        wait()
        return 1

    def __divmod__(self, other):
        wait()
        return 1, 1

    def __index__(self):
        return 1

    def __bool__(self):
        wait()
        return True

    def __fspath__(self):
        wait()
        return "/"

    def __reversed__(self):
        wait()
        return iter(())

    def __dir__(self):
        wait()
        return []


class Copied:
    def __copy__(self):
        wait()
        return self

    def __deepcopy__(self, memo):
        wait()
        return self

    def __reduce__(self):
        wait()
        return str, ()


async def bad_compared():
    sorted([Ordered(1), Ordered()])  # expect: AF101
    min([Ordered(1), Ordered()])  # expect: AF101
    max(Ordered(1), Ordered())  # expect: AF101
    min(Plain(1), Plain())
    [Ordered(1), Ordered()].sort()  # expect: AF101
    [Plain(1), Plain()].sort(key=lambda one: Ordered(one.rank))  # expect: AF101
    sorted([Plain(1), Plain()], key=lambda one: Ordered(one.rank))  # expect: AF101
    [Ordered(1), Ordered()].sort(key=lambda one: one.rank)
    max([Ordered(1), Ordered()], key=lambda one: one.rank)
    heapq.heapify([Ordered(1), Ordered()])  # expect: AF101
    heapq.heappush([Ordered(1)], Ordered())  # expect: AF101
    heapq.heappop([Ordered(1), Ordered(), Ordered(2)])  # expect: AF101
    bisect.insort([Ordered(1)], Ordered())  # expect: AF101
    bisect.bisect_left([Ordered(1)], Ordered())  # expect: AF101
    heapq.heappush([Plain(1)], Plain())


async def bad_equal():
    [Equal()].index(1) if False else [Equal(), Plain()].count(Plain())  # expect: AF101
    [1].count(Equal())  # expect: AF101
    [Plain()].count(Plain())


async def bad_hashed():
    set([Hashed()])  # expect: AF101
    frozenset([Hashed()])  # expect: AF101
    set().add(Hashed())  # expect: AF101
    {}.get(Hashed())  # expect: AF101
    {}.setdefault(Hashed(), 1)  # missing: AF101
    hash(Hashed())  # expect: AF101
    set([Plain()]).add(Plain())


async def bad_summed():
    sum([Summed()])  # expect: AF101
    sum([Plain()], 0)


async def bad_told():
    str(Told())  # expect: AF101
    print(Told(), file=io.StringIO())  # expect: AF101
    print(1, Told(), file=io.StringIO())  # expect: AF101
    repr(Told()), format(Told())


async def bad_numbers():
    int(Number())  # expect: AF101
    float(Number())  # expect: AF101
    abs(Number())  # expect: AF101
    round(Number())  # expect: AF101
    math.floor(Number())  # expect: AF101
    math.ceil(Number())  # expect: AF101
    divmod(Number(), 1)  # expect: AF101
    bool(Number())  # expect: AF101
    os.fspath(Number())  # expect: AF101
    reversed(Number())  # expect: AF101
    dir(Number())  # expect: AF101


async def bad_copied():
    copy.copy(Copied())  # expect: AF101
    copy.deepcopy(Copied())  # expect: AF101
    pickle.dumps(Copied())  # expect: AF101
    copy.copy(Plain())


class File:
    def write(self, text):
        wait()

    def flush(self):
        pass


async def bad_written():
    print(1, file=File())  # expect: AF101
    pprint.pprint({}, File())  # expect: AF101
    pprint.pprint({}, stream=File())  # expect: AF101
    pprint.pp({}, File())  # expect: AF101
    traceback.print_stack(None, 1, File())  # expect: AF101
    traceback.print_stack(file=File())  # expect: AF101
    try:
        1 / 0
    except ZeroDivisionError as error:
        traceback.print_exc(1, File())  # expect: AF101
        traceback.print_exc(file=File())  # expect: AF101
        traceback.print_exception(type(error), error, None, 1, File())  # expect: AF101
        traceback.print_exception(error, file=File())  # expect: AF101
    print(1, file=io.StringIO())


async def ok_elsewhere():
    await asyncio.to_thread(sorted, [Ordered(1), Ordered()])
