"""A field with a default holds what the constructor is given instead; one that is made empty holds what is put in."""
import time
from dataclasses import dataclass, field
from typing import Any, Callable, ClassVar


def nap(value):
    time.sleep(0.01)
    return value


class Quick:
    def send(self):
        return 1


class Slow(Quick):
    def send(self):
        time.sleep(0.01)


@dataclass
class Sender:
    out: Quick = field(default_factory=Quick)

    def go(self):
        self.out.send()


@dataclass
class Late:
    out: Quick = field(default_factory=Slow)
    shared: ClassVar[Quick] = Quick()

    def go(self):
        self.out.send()


@dataclass
class Step:
    fn: Callable[[Any], Any]


@dataclass
class Chain:
    steps: list[Step] = field(default_factory=list)

    def then(self, fn):
        return Chain([*self.steps, Step(fn)])

    def run(self, value):
        for step in self.steps:
            value = step.fn(value)
        return value


@dataclass
class Bag:
    jobs: list[Step] = field(default_factory=list)

    def run(self, value):
        for job in self.jobs:
            job.fn(value)


SLOW = Chain().then(len).then(nap)
QUICK = Chain().then(len).then(str)


async def bad_given():
    Sender(Slow()).go()  # expect: AF101


async def bad_default():
    Late().go()  # expect: AF101


async def bad_read():
    Sender(Slow()).out.send()  # expect: AF101


async def bad_chain():
    SLOW.run("x")  # expect: AF101


async def bad_filled_from_outside():
    bag = Bag()
    bag.jobs.append(Step(nap))
    bag.run("x")  # expect: AF101


async def ok_default():
    Sender().go()
    Sender(out=Quick()).go()


async def ok_given():
    Late(Quick()).go()
    Late().shared.send()


async def ok_chain():
    QUICK.run("x")
