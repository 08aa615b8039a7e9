"""A bound method, passed around."""
import time


class Worker:
    def work(self):
        time.sleep(1)


def worker():
    return Worker().work


async def bad_bound():
    work = worker()
    work()  # expect: AF101
