"""`getattr` with a literal name."""
import time


class Worker:
    def work(self):
        time.sleep(1)


async def bad_getattr():
    getattr(Worker(), "work")()  # expect: AF101
