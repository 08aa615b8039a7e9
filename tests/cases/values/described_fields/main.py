"""Fields that a call describes: what its factory makes, what its type says, what its default is."""
import time
from dataclasses import dataclass, field

NO_ORACLE = "attrs and pydantic need not be installed"

import attr
import attrs
from pydantic import BaseModel, Field, PrivateAttr


class Job:
    def work(self):
        time.sleep(0.01)


class Quiet:
    def work(self):
        return 1


def make():
    return Job()


JOB = Job()


@dataclass
class Plain:
    made = field(default_factory=Job)
    quiet = field(default_factory=Quiet)
    given = field(default=JOB)
    other: object = field(default=JOB)
    by_function: object = field(default_factory=make)


@attr.s
class Old:
    made = attr.ib(factory=Job)
    by_function = attr.ib(factory=make)
    told = attr.ib(type=Job)
    given = attr.ib(JOB)
    named = attr.ib(default=JOB)
    anew = attr.ib(default=attr.Factory(Job))
    named_factory = attr.ib(default=attr.Factory(factory=Job))
    quiet = attr.ib(factory=Quiet, type=Job)
    told_quiet = attr.ib(default=JOB, type=Quiet)
    nothing = attr.ib()


@attrs.define
class New:
    made = attrs.field(factory=Job)
    anew = attrs.field(default=attrs.Factory(Job))
    by_lambda = attrs.field(default=attrs.Factory(lambda: Job()))


class Model(BaseModel):
    made: object = Field(default_factory=Job)
    _kept = PrivateAttr(default_factory=Job)
    _quiet = PrivateAttr(default_factory=Quiet)
    _given = PrivateAttr(default=JOB)


async def bad_plain():
    plain = Plain()
    plain.quiet.work()
    plain.made.work()  # expect: AF101
    plain.given.work()  # expect: AF101
    plain.other.work()  # expect: AF101
    plain.by_function.work()  # expect: AF101


async def bad_old():
    old = Old()
    old.made.work()  # expect: AF101
    old.by_function.work()  # expect: AF101
    old.told.work()  # expect: AF101
    old.given.work()  # expect: AF101
    old.named.work()  # expect: AF101
    old.anew.work()  # expect: AF101
    old.named_factory.work()  # expect: AF101
    old.quiet.work()
    old.told_quiet.work()
    old.nothing.work()


async def bad_new():
    new = New()
    new.made.work()  # expect: AF101
    new.anew.work()  # expect: AF101
    new.by_lambda.work()  # expect: AF101


async def bad_model():
    model = Model()
    model.made.work()  # expect: AF101
    model._kept.work()  # expect: AF101
    model._quiet.work()
    model._given.work()
