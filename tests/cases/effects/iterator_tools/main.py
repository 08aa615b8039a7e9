"""Lazy iterators of `itertools`, `heapq` and `iter` with a sentinel run what they are given when they are iterated."""
import asyncio
import heapq
import itertools
import time


def rows():
    for number in range(2):
        time.sleep(0.01)
        yield (number, number)


def slow(*values):
    time.sleep(0.01)
    return values[-1]


def quick(*values):
    return values[-1]


async def bad_functions():
    list(itertools.starmap(slow, [(1, 2)]))  # expect: AF101
    for total in itertools.accumulate([1, 2], slow):  # expect: AF101
        print(total)
    for key, group in itertools.groupby([1, 2], key=slow):  # expect: AF101
        print(key, list(group))  # expect: AF101
    list(itertools.filterfalse(slow, [1]))  # expect: AF101
    heapq.nlargest(1, [1, 2], key=slow)  # expect: AF101


async def bad_iterables():
    for number in itertools.chain.from_iterable([rows(), rows()]):  # expect: AF101
        print(number)
    for left, right in itertools.zip_longest(rows(), [1]):  # expect: AF101
        print(left, right)
    for row in heapq.merge(rows(), rows()):  # expect: AF101
        print(row)
    list(itertools.compress(rows(), [True]))  # expect: AF101
    first, _ = itertools.tee(rows())
    next(first)  # expect: AF101
    return (1, 1) in rows()  # expect: AF101


async def bad_until():
    answers = iter(lambda: slow(b""), b"")
    for answer in answers:  # expect: AF101
        print(answer)


async def bad_sent():
    rows().send(None)  # expect: AF101
    return rows().__next__()  # expect: AF101


async def ok_quick():
    list(itertools.starmap(quick, [(1, 2)]))
    list(itertools.accumulate([1, 2], quick))
    itertools.starmap(slow, [(1, 2)])
    iter(slow, 1)
    return await asyncio.to_thread(list, itertools.chain.from_iterable([rows()]))
