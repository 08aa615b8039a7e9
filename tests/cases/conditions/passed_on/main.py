"""A condition on an argument that a helper passes on."""
import threading

lock = threading.Lock()


def take(wait):
    return lock.acquire(wait)


async def bad_wait():
    take(True)  # expect: AF107


async def ok_wait():
    take(False)
