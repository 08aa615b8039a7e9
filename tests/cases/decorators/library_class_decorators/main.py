"""Classes that the standard library's decorators give back as they are."""
import enum
import functools
import time


@functools.total_ordering
class Job:
    def __init__(self, due):
        self.due = due

    def __lt__(self, other):
        return self.due < other.due

    def run(self):
        time.sleep(0.01)

    def rest(self):
        return self.due


@enum.unique
class State(enum.Enum):
    OFF = 0
    ON = 1

    def settle(self):
        time.sleep(0.01)


async def bad_job():
    Job(1).run()  # expect: AF101


async def bad_state():
    State.ON.settle()  # expect: AF101


async def ok_job():
    Job(1).rest()
