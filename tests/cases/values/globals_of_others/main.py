"""What a module puts into the globals of another one, which runs it."""

import time

import hooks
from hooks import HANDLERS
from package import QUEUE
from package.jobs import run_jobs


def slow():
    time.sleep(0.01)


def slower():
    time.sleep(0.01)


def slowest():
    time.sleep(0.01)


hooks.LISTENERS.append(slow)
HANDLERS["slow"] = slower
hooks.HOOK = slowest


def queued():
    time.sleep(0.01)


QUEUE.append(queued)


async def bad_listeners():
    hooks.tell_all()  # expect: AF101


async def bad_handlers():
    hooks.handle("slow")  # expect: AF101


async def bad_hook():
    hooks.call_hook()  # expect: AF101


async def bad_handed_on():
    run_jobs()  # expect: AF101
