"""Comprehensions run where they stand, with names of their own."""
import time


async def bad_list():
    return [time.sleep(n) for n in (1, 2)]  # expect: AF101


async def ok_own_names():
    return [time for time in (1, 2)]


async def bad_generator():
    return sum(rest(n) for n in (1, 2))  # expect: AF101


async def ok_not_iterated():
    return (rest(n) for n in (1, 2))


def rest(seconds):
    time.sleep(seconds)
    return 0
