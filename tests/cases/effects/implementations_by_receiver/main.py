"""Methods that a base class leaves to its heirs, and the heirs of those: what runs is told by the object."""
import asyncio
import time
from abc import ABC, abstractmethod


class Task(ABC):
    retries = 0

    def run(self):
        self.before()
        try:
            return self.step()
        finally:
            self.after()

    def before(self):
        pass

    @abstractmethod
    def step(self): ...

    def after(self):
        pass

    @property
    def name(self):
        return self.label()

    def label(self):
        return "task"

    @classmethod
    def make(cls):
        made = cls()
        made.prepare()
        return made

    @classmethod
    def make_of(cls, *args):
        made = cls(*args)
        made.prepare()
        return made

    def prepare(self):
        pass

    def __call__(self):
        return self.run()

    def __enter__(self):
        self.before()
        return self

    def __exit__(self, *exc):
        self.after()

    def __iter__(self):
        yield self.step()

    def __add__(self, other):
        return Both(self, other)


class Quick(Task):
    def step(self):
        return 1


class Slow(Task):
    def step(self):
        time.sleep(0.01)


class SlowBefore(Quick):
    def before(self):
        super().before()
        time.sleep(0.01)


class SlowAfter(Quick):
    def after(self):
        time.sleep(0.01)


class SlowLabel(Quick):
    def label(self):
        time.sleep(0.01)
        return "slow"


class SlowPrepared(Quick):
    def prepare(self):
        time.sleep(0.01)


class QuickAgain(Slow):
    def step(self):
        return 2


class Both(Task):
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def step(self):
        self.first.step()
        return self.second.step()


class Named(SlowLabel):
    def label(self):
        return "named " + super(SlowLabel, self).label()


class Mixed(Named, SlowAfter):
    pass


async def bad_run():
    Quick().run()
    Slow().run()  # expect: AF101
    SlowBefore().run()  # expect: AF101
    SlowAfter().run()  # expect: AF101
    SlowLabel().run()
    QuickAgain().run()
    Mixed().run()  # expect: AF101


async def bad_called():
    Quick()()
    Slow()()  # expect: AF101
    QuickAgain()()


async def bad_named():
    print(Quick().name)
    print(SlowLabel().name)  # expect: AF101
    print(Named().name)
    print(Mixed().name)


async def bad_made():
    Quick.make()
    SlowPrepared.make()  # expect: AF101
    Slow.make().step()  # expect: AF101
    QuickAgain.make().step()
    Both.make_of(Quick(), Slow()).run()  # expect: AF101
    SlowPrepared.make_of()  # expect: AF101


async def bad_entered():
    with Quick():
        pass
    with SlowBefore():  # expect: AF101
        pass
    with SlowAfter():  # expect: AF101
        pass
    with Mixed() as mixed:  # expect: AF101
        mixed.step()


async def bad_iterated():
    list(Quick())
    list(Slow())  # expect: AF101
    for _ in QuickAgain():
        pass


async def bad_added():
    (Quick() + Slow()).run()  # expect: AF101
    (Quick() + Quick()).run()
    (Quick() + Quick() + Slow()).run()  # expect: AF101
    (Quick() + SlowBefore()).step()
    await asyncio.sleep(0)
