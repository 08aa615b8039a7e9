"""What code outside a class puts into a container that its instances hold; a deque gives what was put in first."""
import time
from collections import deque


def nap(_value=None):
    time.sleep(0.01)


class Subject:
    def __init__(self):
        self.observers = []

    def tell(self, value):
        for observer in self.observers:
            observer(value)


class Quiet:
    def __init__(self):
        self.watchers = []

    def tell(self, value):
        for watcher in self.watchers:
            watcher(value)


class Backlog:
    def __init__(self):
        self.jobs = deque(maxlen=8)

    def add(self, job):
        self.jobs.append(job)

    def work(self):
        while self.jobs:
            self.jobs.popleft()()


async def bad_observers():
    subject = Subject()
    subject.observers.append(nap)
    subject.tell(1)  # expect: AF101


async def bad_deque():
    backlog = Backlog()
    backlog.add(nap)
    backlog.work()  # expect: AF101


async def ok_quiet():
    quiet = Quiet()
    quiet.watchers.append(str)
    quiet.tell(1)
