"""Whoever asks for the running loop may have imported the question under another name."""
import asyncio as aio
import time
from asyncio import get_running_loop as running


def wait_without_loop():
    try:
        running()
    except RuntimeError:
        time.sleep(0.01)


def wait_without_loop_too():
    try:
        loop = aio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        time.sleep(0.01)


def wait_when_told(running):
    try:
        running()
    except RuntimeError:
        time.sleep(0.01)


def fail():
    raise RuntimeError


async def ok_imported():
    wait_without_loop()


async def ok_module():
    wait_without_loop_too()


async def bad_parameter():
    wait_when_told(fail)  # expect: AF101
