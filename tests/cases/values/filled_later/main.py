"""What is put into a list later on, in a function within; of a list that another function made, that is not seen."""
import functools
import time


def nap():
    time.sleep(0.01)


def glance():
    return None


def made():
    return [glance]


async def bad_own():
    found = [glance]

    def add():
        found.append(nap)

    add()
    for one in found:
        one()  # expect: AF101


async def bad_made_elsewhere():
    found = made()

    def add():
        found.append(nap)

    add()
    for one in found:
        one()  # missing: AF101


def compare(one, other):
    time.sleep(0.01)
    return 0


async def bad_compared():
    sorted([2, 1], key=functools.cmp_to_key(compare))  # expect: AF101
