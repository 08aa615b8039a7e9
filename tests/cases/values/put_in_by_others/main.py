"""What helpers put into a container that they are given, by argument, method and nested function."""
import asyncio
import collections
import time
from collections import deque as Line


class Job:
    def work(self):
        time.sleep(0.01)


class Quiet:
    def work(self):
        return 1


def put(box, one):
    box.append(one)


def put_second(one, box):
    box.append(one)


def put_under(box, key, one):
    box[key] = one


def put_either(box, one, flag):
    found = box if flag else []
    found.append(one)


def put_declared(box: list, one):
    other: list = box
    other.append(one)


def put_nested(box, one):
    def later():
        box.append(one)

    later()


def put_text(box):
    box.append("")
    box.append(str(1))


class Putter:
    def put(self, box, one):
        box.append(one)

    def put_own(self, box):
        box.append(self.made())

    def made(self):
        return Job()

    @staticmethod
    def put_static(box, one):
        box.append(one)


async def bad_by_function():
    box = []
    put(box, Job())
    for one in box:
        one.work()  # expect: AF101
    other = []
    put(other, Quiet())
    for one in other:
        one.work()


async def bad_by_second():
    box = []
    put_second(Job(), box)
    box[0].work()  # expect: AF101
    quiet = []
    put_second(Quiet(), quiet)
    quiet[0].work()


async def bad_by_key():
    box = {}
    put_under(box, "a", Job())
    box["a"].work()  # expect: AF101
    for one in box.values():
        one.work()  # expect: AF101


async def bad_by_choice():
    box = []
    put_either(box, Job(), True)
    box[0].work()  # expect: AF101


async def bad_by_declared():
    box = []
    put_declared(box, Job())
    box[0].work()  # expect: AF101


async def bad_by_nested():
    box = []
    put_nested(box, Job())
    for one in box:
        one.work()  # missing: AF101


async def bad_by_method():
    box, other = [], []
    Putter().put(box, Job())
    box[0].work()  # expect: AF101
    Putter().put(other, Quiet())
    other[0].work()


async def bad_by_own():
    box = []
    Putter().put_own(box)
    box[0].work()  # expect: AF101


async def bad_by_static():
    box = []
    Putter.put_static(box, Job())
    box[0].work()  # expect: AF101


async def bad_in_calls():
    line, names = Line(), collections.deque()
    put(line, Job())
    line[0].work()  # expect: AF101
    put(names, Job())
    names[0].work()  # expect: AF101
    made = list()
    put(made, Job())
    made[0].work()  # expect: AF101


async def bad_in_own_function():
    box = []

    def fill():
        box.append(Job())

    fill()
    for one in box:
        one.work()  # expect: AF101


async def bad_through_another_name():
    box = []
    same = box
    put(same, Job())
    box[0].work()  # expect: AF101


async def bad_chosen(flag=True):
    first, second = [], []
    chosen = first if flag else second
    chosen.append(Job())
    for one in first:
        one.work()  # expect: AF101


async def ok_texts():
    box = []
    put_text(box)
    for one in box:
        one.upper()
    await asyncio.sleep(0)
