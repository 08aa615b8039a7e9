"""What is taken out of a declared list and put back is what was put in first."""

import asyncio
import time


class Entry:
    def __init__(self, action):
        self.action = action


def slow():
    time.sleep(0.01)


class Scheduler:
    def __init__(self):
        self.entries: list[Entry] = []

    def every(self, action):
        self.entries.append(Entry(action))

    async def run(self):
        entry = self.entries.pop()
        entry.action()
        self.entries.append(entry)


class Queue:
    def __init__(self):
        self.entries: list[Entry] = []

    def every(self, action):
        self.entries.append(Entry(action))

    async def run(self):
        entry = self.entries.pop()
        entry.action()  # expect: AF101
        self.entries.append(entry)


async def ok_quick():
    scheduler = Scheduler()
    scheduler.every(int)
    await scheduler.run()
    await asyncio.to_thread(Entry(slow).action)


async def bad_slow():
    queue = Queue()
    queue.every(slow)
    await queue.run()
