"""Loops that the arguments keep from running at all: `while retries`, `for _ in range(retries)`."""
import asyncio
import time


def connect(retries=0):
    while retries:
        time.sleep(0.01)
        retries -= 1


def connect_again(retries: int = 0):
    while retries > 0:
        time.sleep(0.01)
        retries = retries - 1


def count(times=0):
    for _ in range(times):
        time.sleep(0.01)


def both(wait=False, times=0):
    while wait and times < 3:
        time.sleep(0.01)
        times += 1


def later(times=0):
    while True:
        times += 1
        while times > 1:
            time.sleep(0.01)
            return


async def ok_not_entered():
    connect()
    connect_again(0)
    count()
    count(times=0)
    both()


async def bad_entered():
    connect(1)  # expect: AF101
    connect_again(1)  # expect: AF101
    count(1)  # expect: AF101
    both(True)  # expect: AF101


async def bad_bound_before():
    later()  # expect: AF101
