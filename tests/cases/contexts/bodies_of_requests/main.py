"""The data of a request is checked on the loop, before any handler runs: by what its model declares."""

import asyncio
import time
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI
from pydantic import AfterValidator, BaseModel, field_validator, model_validator

NO_ORACLE = "needs the framework"

app = FastAPI()
router = APIRouter()


def is_common(password: str) -> bool:
    time.sleep(0.05)
    return password == "a"


def slug(text: str) -> str:
    time.sleep(0.05)  # expect: AF101
    return text


class Address(BaseModel):
    street: str

    @model_validator(mode="after")
    def look_up(self):
        time.sleep(0.05)  # expect: AF101
        return self


class SignUp(BaseModel):
    password: str
    company: Annotated[str, AfterValidator(slug)] = "a"
    addresses: list[Address] = []

    @field_validator("password")
    @classmethod
    def not_common(cls, value: str) -> str:
        if is_common(value):  # expect: AF101
            raise ValueError("too common")
        return value


class Quick(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def lower(cls, value: str) -> str:
        return value.lower()


class Threaded(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def known(cls, value: str) -> str:
        time.sleep(0.05)
        return value


@dataclass
class Services:
    name: str = "a"

    def __post_init__(self):
        time.sleep(0.05)


SERVICES = Services()


def services() -> Services:
    return SERVICES


@app.post("/signup")
def signup(body: SignUp):
    return body.company


@router.post("/quick")
async def quick(body: Quick, own: Annotated[Services, Depends(services)]):
    return await asyncio.to_thread(Threaded.model_validate, {"name": body.name + own.name})
