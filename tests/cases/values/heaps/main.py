"""Jobs that `heapq` and `bisect` keep in lists."""
import bisect
import heapq
import time


class Job:
    def __init__(self, due, action, *args):
        self.due = due
        self.action = action
        self.args = args

    def __lt__(self, other):
        return self.due < other.due

    def __call__(self):
        return self.action(*self.args)


class Scheduler:
    def __init__(self):
        self.heap = []

    def add(self, job):
        heapq.heappush(self.heap, job)

    async def run(self):
        while self.heap:
            heapq.heappop(self.heap)()  # expect: AF101


class Sorted:
    def __init__(self):
        self.jobs = []

    def add(self, job):
        bisect.insort(self.jobs, job)

    async def run(self):
        for job in self.jobs:
            job()


def slow(seconds):
    time.sleep(seconds)


def quick(seconds):
    return seconds


async def bad_scheduled():
    scheduler = Scheduler()
    scheduler.add(Job(1, slow, 0.01))
    await scheduler.run()


async def bad_local():
    heap = []
    heapq.heappush(heap, (1, slow))
    _, action = heapq.heappop(heap)
    action(0.01)  # expect: AF101


async def ok_sorted():
    jobs = Sorted()
    jobs.add(Job(1, quick, 0.01))
    await jobs.run()


class Wheel:
    """Two of them are told apart by what was put into each."""

    def __init__(self):
        self.due = []

    def at(self, when, work):
        heapq.heappush(self.due, (when, work))

    def turn(self):
        while self.due:
            _, work = heapq.heappop(self.due)
            work()


def pause():
    time.sleep(0.01)


async def bad_wheel():
    wheel = Wheel()
    wheel.at(1, pause)
    wheel.turn()  # expect: AF101


async def ok_wheel():
    wheel = Wheel()
    wheel.at(1, int)
    wheel.turn()
