"""Flags that are handed on as their opposites, and tables that are filled only where a flag says so."""
import asyncio
import threading
import time


def restart(wait):
    if wait:
        time.sleep(0.01)


def deploy(fast):
    restart(wait=not fast)


async def ok_fast():
    deploy(fast=True)


async def bad_slow():
    deploy(fast=False)  # expect: AF101


def twice(fast):
    deploy(not (not fast))


async def ok_twice():
    twice(True)


async def bad_twice():
    twice(False)  # expect: AF101


LOCK = threading.Lock()


def take(at_once):
    if LOCK.acquire(blocking=not at_once):
        LOCK.release()


async def ok_at_once():
    take(True)


async def bad_patient():
    take(False)  # expect: AF107


async def roll_out(fast):
    restart(not fast)


async def ok_rolled_out():
    await roll_out(fast=True)


JOBS = {}


def job(name, *, enabled=True):
    def add(function):
        if enabled:
            JOBS[name] = function
        return function
    return add


@job("nightly", enabled=False)
def nightly():
    time.sleep(0.01)


@job("hourly")
def hourly():
    time.sleep(0.01)


async def ok_not_put_in():
    found = JOBS.get("nightly")
    if found:
        JOBS["nightly"]()


async def bad_put_in():
    JOBS["hourly"]()  # expect: AF101
