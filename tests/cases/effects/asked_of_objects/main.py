"""Sorting, heaps, sets and copying ask objects for special methods that the program itself defines."""
import bisect
import copy
import heapq
import math
import os
import time


class Version:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        time.sleep(0.01)
        return self.number < other.number

    def __eq__(self, other):
        time.sleep(0.01)
        return self.number == other.number

    def __hash__(self):
        time.sleep(0.01)
        return self.number

    def __floor__(self):
        time.sleep(0.01)
        return self.number

    def __fspath__(self):
        time.sleep(0.01)
        return str(self.number)

    def __copy__(self):
        time.sleep(0.01)
        return self

    def __deepcopy__(self, memo):
        time.sleep(0.01)
        return self


class Plain:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        return self.number < other.number


def release(row):
    return Version(row)


async def bad_ordered():
    versions = [Version(2), Version(1)]
    sorted(versions)  # expect: AF101
    min(versions)  # expect: AF101
    versions.sort()  # expect: AF101
    heapq.heapify(versions)  # expect: AF101
    heapq.heappush(versions, Version(3))  # expect: AF101
    bisect.insort(versions, Version(4))  # expect: AF101
    return sorted([2, 1], key=release)  # expect: AF101


async def bad_compared():
    versions = [Version(2), Version(1)]
    return versions.index(Version(1))  # expect: AF101


async def bad_hashed():
    seen = set()
    seen.add(Version(1))  # expect: AF101
    return frozenset([Version(2)])  # expect: AF101


async def bad_converted():
    copy.copy(Version(1))  # expect: AF101
    copy.deepcopy(Version(1))  # expect: AF101
    math.floor(Version(1))  # expect: AF101
    return os.fspath(Version(1))  # expect: AF101


async def ok_plain():
    plain = [Plain(2), Plain(1)]
    plain.sort()
    heapq.heapify(plain)
    sorted([Version(1), Version(2)], key=lambda version: version.number)
    return min(plain), copy.copy(plain[0])
