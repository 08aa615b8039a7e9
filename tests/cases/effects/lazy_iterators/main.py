"""`enumerate`, `zip`, `map`, `csv.reader` and their like run what they are given where their items are asked for."""
import asyncio
import csv
import itertools
import time


def lines():
    for line in ("a,b", "c,d"):
        time.sleep(0.01)
        yield line


def quick():
    yield from ("a,b", "c,d")


def take(items):
    return [item for item in items]


async def bad_loops():
    for number, line in enumerate(lines()):  # expect: AF101
        print(number, line)
    for left, right in zip(quick(), lines()):  # expect: AF101
        print(left, right)
    for line in map(str.upper, lines()):  # expect: AF101
        print(line)


async def bad_later():
    rows = csv.reader(lines())
    head = itertools.islice(rows, 1)
    take(head)  # expect: AF101
    return list(itertools.chain(quick(), lines()))  # expect: AF101


async def ok_loops():
    for number, line in enumerate(quick()):
        print(number, line)
    for row in csv.reader(quick()):
        print(row)
    for left, right in zip(quick(), quick()):
        print(left, right)


async def ok_elsewhere():
    rows = csv.reader(lines())
    numbered = enumerate(rows)
    await asyncio.to_thread(take, numbered)
