"""Arguments under which a lock does not wait."""
import threading

lock = threading.Lock()


async def bad_acquire():
    lock.acquire()  # expect: AF107
    lock.acquire(timeout=3)  # expect: AF107


async def ok_acquire():
    lock.acquire(False)
    lock.acquire(blocking=False)
    lock.acquire(timeout=0)
