"""Factories, converters and validators that a class's fields are described with run when an instance is made."""
import time
from dataclasses import dataclass, field

import attr
import attrs
from pydantic import BaseModel, Field


def slow(*_given):
    time.sleep(0.01)
    return 1


@dataclass
class Plain:
    size: int = 0
    token: int = field(default_factory=slow)


@dataclass
class Own:
    token: int = field(default_factory=slow)

    def __init__(self):
        self.token = 1


class Model(BaseModel):
    token: int = Field(default_factory=slow)
    size: int = 0


@attrs.define
class Checked:
    size: int = attrs.field(validator=[attrs.validators.instance_of(int), slow])


@attrs.define
class Converted:
    size: int = attrs.field(converter=slow, default=1)


@attrs.define
class Decorated:
    size: int = attrs.field(default=0)

    @size.validator
    def _check(self, attribute, value):
        slow()


@attrs.define
class Late:
    size: int = attrs.field()

    @size.default
    def _size(self):
        return slow()


@attr.s
class Old:
    size = attr.ib(default=attr.Factory(slow))


async def bad_dataclass():
    Plain(1)  # expect: AF101


async def bad_model():
    Model(size=1)  # expect: AF101


async def bad_validator():
    Checked(1)  # expect: AF101


async def bad_converter():
    Converted()  # expect: AF101


async def bad_decorated():
    Decorated()  # expect: AF101


async def bad_default():
    Late()  # expect: AF101


async def bad_factory():
    Old()  # expect: AF101


async def ok_given():
    Plain(1, 2)
    Plain(token=2)
    Model(token=2)
    Late(1)
    Old(1)


async def ok_init_of_its_own():
    Own()
