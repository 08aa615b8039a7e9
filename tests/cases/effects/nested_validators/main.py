"""Models within models within models: the innermost are validated, too."""
import time
from typing import Annotated

import attrs
from pydantic import AfterValidator, BaseModel, Field, field_serializer, field_validator, model_validator


def check(value):
    time.sleep(0.01)
    return value


class City(BaseModel):
    name: str = ""

    @field_validator("name")
    @classmethod
    def _exists(cls, value):
        return check(value)


class Address(BaseModel):
    city: City


class User(BaseModel):
    address: Address
    friends: dict[str, Address] = {}


class Zone(BaseModel):
    label: Annotated[str, AfterValidator(str.strip)] = ""


class Plan(BaseModel):
    zone: Zone


class Written(BaseModel):
    size: int = 1

    @field_serializer("size")
    def _write(self, value):
        return check(value)


class Page(BaseModel):
    written: Written


class Stamped(BaseModel):
    at: float = Field(default_factory=lambda: check(1.0))


class Before(BaseModel):
    name: str = ""

    @model_validator(mode="before")
    @classmethod
    def _before(cls, data):
        check(data)
        return data


@attrs.define
class Port:
    number: int = attrs.field(default=1)
    label: str = attrs.field(default="", validator=lambda instance, attribute, value: check(value))

    @number.validator
    def _check(self, attribute, value):
        return value


@attrs.define
class Slow:
    number: int = attrs.field(default=1)
    made: int = attrs.field()

    @number.validator
    def _check(self, attribute, value):
        check(value)

    @made.default
    def _make(self):
        return 2


async def bad_nested():
    User.model_validate({"address": {"city": {"name": "x"}}})  # expect: AF101


async def bad_nested_call():
    Address(city={"name": "x"})  # expect: AF101


async def bad_factory():
    Stamped()  # expect: AF101


async def bad_before():
    Before(name="x")  # expect: AF101


async def bad_field():
    Port()  # expect: AF101


async def bad_decorated():
    Slow()  # expect: AF101


async def bad_dumped():
    Page(written=Written()).written.model_dump()  # expect: AF101


async def ok_not_dumped():
    Page(written={"size": 1})


async def ok_quick():
    Plan(zone={"label": "x"})


async def ok_given():
    Stamped(at=1.0)
