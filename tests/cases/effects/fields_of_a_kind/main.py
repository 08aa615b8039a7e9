"""Fields whose defaults a function makes: that is run where an instance is made, unless a type makes them."""
import time

from pydantic import BaseModel, Field


def load():
    time.sleep(0.01)
    return []


class Kinds:
    class Job(BaseModel):
        name: str = ""
        parts: list = Field(default_factory=load)

    class Plain(BaseModel):
        name: str = ""
        parts: list = Field(default_factory=list)


class Mild:
    class Job(BaseModel):
        name: str = ""


def job(kinds):
    return kinds.Job()


def plain(kinds):
    return kinds.Plain()


async def bad_made():
    Kinds.Job()  # expect: AF101


async def bad_of_a_kind():
    job(Kinds)  # expect: AF101


async def ok_plain():
    Kinds.Plain()
    plain(Kinds)
    job(Mild)
