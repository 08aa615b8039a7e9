"""Construction runs what dataclasses, attrs and pydantic call when the fields are set."""
import time
from dataclasses import dataclass

import attrs
from pydantic import BaseModel


@dataclass
class Plain:
    size: int

    def __post_init__(self):
        time.sleep(0.01)


@attrs.define
class WithAttrs:
    size: int

    def __attrs_post_init__(self):
        time.sleep(0.01)


class Model(BaseModel):
    size: int

    def model_post_init(self, context):
        time.sleep(0.01)


class Derived(Model):
    name: str = ""


class Quick(BaseModel):
    size: int

    def model_post_init(self, context):
        self.size += 1


async def bad_plain():
    Plain(1)  # expect: AF101


async def bad_attrs():
    WithAttrs(1)  # expect: AF101


async def bad_model():
    Model(size=1)  # expect: AF101


async def bad_derived():
    Derived(size=1)  # expect: AF101


async def ok_quick():
    Quick(size=1)
