"""Recursion of one and of several functions."""
import time


def countdown(count):
    if count:
        countdown(count - 1)
    else:
        time.sleep(1)


def ping(count):
    if count:
        pong(count - 1)


def pong(count):
    time.sleep(1)
    ping(count)


def endless(count):
    if count:
        endless(count - 1)


async def bad_self():
    countdown(2)  # expect: AF101


async def bad_mutual():
    ping(2)  # expect: AF101


async def ok_harmless():
    endless(2)
