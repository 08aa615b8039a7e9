"""Waiting for an event of threads."""
import threading

ready = threading.Event()


async def bad_wait():
    ready.wait()  # expect: AF107


async def ok_polled():
    return ready.is_set()
