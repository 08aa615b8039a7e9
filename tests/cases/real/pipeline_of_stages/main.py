"""A pipeline: stages that are composed, chained, decorated and looked up; sources and sinks are iterators."""
import asyncio
import functools
import operator
import time
from collections import ChainMap, Counter, deque
from itertools import chain, islice


def slow(item):
    time.sleep(0.01)
    return item


def quick(item):
    return item


class Stage:
    def __init__(self, *functions):
        self.functions = list(functions)

    def __or__(self, other):
        return Stage(*self.functions, *other.functions)

    def __rshift__(self, function):
        self.functions.append(function)
        return self

    def __call__(self, item):
        for function in self.functions:
            item = function(item)
        return item

    def __len__(self):
        return len(self.functions)

    def each(self, items):
        for item in items:
            yield self(item)


def compose(*functions):
    return functools.reduce(lambda left, right: lambda item: right(left(item)), functions)


def compose_two(left, right):
    def both(item):
        return right(left(item))

    return both


def times(number):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            for _ in range(number):
                result = function(*args, **kwargs)
            return result

        return inner

    return decorate


@times(2)
def twice_slow(item):
    return slow(item)


@times(number=2)
def twice_quick(item):
    return quick(item)


def source(function):
    for number in range(2):
        yield function(number)


def through(items, function):
    return (function(item) for item in items)


def both(items, function):
    yield from source(quick)
    yield from through(items, function)


class Sink:
    def __init__(self, write):
        self.write = write
        self.rows = deque()

    def send(self, item):
        self.rows.append(item)
        return self

    def flush(self):
        while self.rows:
            self.write(self.rows.popleft())


async def bad_stages():
    Stage(quick, slow)(1)  # expect: AF101
    Stage(quick, quick)(1)
    (Stage(quick) | Stage(slow))(1)  # expect: AF101
    (Stage(quick) | Stage(quick))(1)
    (Stage(quick) >> slow)(1)  # expect: AF101
    list(Stage(slow).each([1]))  # expect: AF101
    list(Stage(quick).each([1]))
    len(Stage(slow))


async def bad_composed():
    compose(quick, slow)(1)  # expect: AF101
    compose_two(quick, slow)(1)  # expect: AF101
    compose_two(slow, quick)(1)  # expect: AF101
    compose_two(quick, quick)(1)
    compose_two(quick, compose_two(quick, slow))(1)  # expect: AF101


async def bad_decorated():
    twice_slow(1)  # expect: AF101
    twice_quick(1)
    times(1)(slow)(1)  # expect: AF101
    times(1)(quick)(1)


async def bad_sources():
    list(source(slow))  # expect: AF101
    list(source(quick))
    sum(through([1], slow))  # expect: AF101
    sum(through([1], quick))
    for item in both([1], slow):  # expect: AF101
        print(item)
    for item in both([1], quick):
        print(item)
    list(islice(chain(source(quick), source(slow)), 3))  # expect: AF101
    through([1], slow)
    next(source(slow))  # expect: AF101


async def bad_sinks():
    Sink(slow).send(1).send(2).flush()  # expect: AF101
    Sink(quick).send(1).flush()
    sink = Sink(write=slow)
    sink.send(1)
    sink.flush()  # expect: AF101


async def bad_tools():
    operator.methodcaller("flush")(Sink(slow).send(1))  # expect: AF101
    operator.methodcaller("flush")(Sink(quick).send(1))
    operator.attrgetter("write")(Sink(slow))(1)  # expect: AF101
    operator.itemgetter("run")({"run": slow})(1)  # expect: AF101
    functools.reduce(lambda total, item: slow(item), [1, 2], 0)  # expect: AF101
    functools.reduce(lambda total, item: quick(item), [1, 2], 0)
    ChainMap({"run": slow})["run"](1)  # expect: AF101
    Counter(map(quick, [1]))
    Counter(map(slow, [1]))  # expect: AF101
    sorted([2, 1], key=slow)  # expect: AF101
    max([2, 1], key=quick)
    [*map(slow, [1])]  # expect: AF101
    {**{"a": slow(1)}}  # expect: AF101
    ",".join(str(slow(item)) for item in [1])  # expect: AF101
    await asyncio.sleep(0)
