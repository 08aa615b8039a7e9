"""Arguments under which a queue does not wait."""
import queue

jobs = queue.Queue(maxsize=3)
endless = queue.Queue()


async def bad_get():
    jobs.get()  # expect: AF107


async def bad_timeout():
    jobs.get(timeout=5)  # expect: AF107


async def bad_put():
    jobs.put(1)  # expect: AF107


async def ok_get():
    endless.put(1)
    jobs.get(block=False)
    jobs.get(False)
    jobs.get(timeout=0)


async def ok_put():
    endless.put(1)
    jobs.put(1, block=False)
