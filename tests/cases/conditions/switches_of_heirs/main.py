"""Flags of classes that heirs set otherwise; where something assigns or computes them, nothing is known."""
import time


class Task:
    blocking = False

    def run(self):
        if self.blocking:
            time.sleep(0.01)


class Slow(Task):
    blocking = True


class Quick(Task):
    """Has it from its base."""


class Assigned:
    blocking = False

    def run(self):
        if self.blocking:
            time.sleep(0.01)


class AssignedHeir(Assigned):
    def __init__(self, blocking):
        self.blocking = blocking


class Computed:
    blocking = False

    def run(self):
        if self.blocking:
            time.sleep(0.01)


class ComputedHeir(Computed):
    blocking = bool("yes")


async def bad_slow():
    Slow().run()  # expect: AF101


async def bad_assigned():
    AssignedHeir(True).run()  # expect: AF101


async def bad_computed():
    ComputedHeir().run()  # expect: AF101


async def ok_quick():
    Quick().run()
    Task().run()
