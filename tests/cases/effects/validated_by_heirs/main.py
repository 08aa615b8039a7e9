"""Class methods that make objects of data by a library: a subclass's validators run where it is meant."""

import time
from typing import Any

from pydantic import BaseModel, field_validator, model_validator


def read_all(model, rows):
    return [model.model_validate(row) for row in rows]


def read_some(model, rows):
    return read_all(model, rows[:2])


class Row(BaseModel):
    size: int = 0

    @classmethod
    def read_all(cls, rows: Any):
        return read_all(cls, rows)

    @classmethod
    def read_some(cls, rows: Any):
        return read_some(cls, rows)

    @classmethod
    def read(cls, row: Any):
        return cls.model_validate(row)

    @classmethod
    def sized(cls, size: int):
        return cls(size=size)


class Checked(Row):
    @model_validator(mode="after")
    def check(self):
        time.sleep(0.01)
        return self


class Sized(Row):
    @field_validator("size")
    @classmethod
    def fits(cls, value):
        time.sleep(0.01)
        return value


class Plain(Row):
    name: str = ""


async def bad_all():
    return Checked.read_all([{"size": 1}])  # expect: AF101


async def bad_some():
    return Checked.read_some([{"size": 1}])  # expect: AF101


async def bad_one():
    return Checked.read({"size": 1})  # expect: AF101


async def bad_made():
    return Checked.sized(1)  # expect: AF101


async def bad_by_field():
    return Sized.read({"size": 1}), Sized.sized(2)  # expect: AF101, AF101


async def ok_plain():
    return Plain.read_all([{"size": 1}]), Plain.read_some([{}]), Plain.read({}), Plain.sized(1)


async def ok_base():
    return Row.read_all([{"size": 1}]), Row.read_some([{}]), Row.read({}), Row.sized(1)
