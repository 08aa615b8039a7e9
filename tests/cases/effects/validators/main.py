"""Pydantic calls the validators of a model when an instance is made, by a call or of data."""
import time
from typing import Annotated, Optional

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    TypeAdapter,
    computed_field,
    field_serializer,
    field_validator,
    model_validator,
)


def check(value):
    time.sleep(0.01)
    return value


class User(BaseModel):
    name: str = ""
    city: str = ""

    @field_validator("name")
    @classmethod
    def _exists(cls, value):
        return check(value)


class Heir(User):
    age: int = 0


class Mended(User):
    @field_validator("name")
    @classmethod
    def _exists(cls, value):
        return value


class Whole(BaseModel):
    name: str = ""

    @model_validator(mode="after")
    def _whole(self):
        check(self.name)
        return self


Slow = Annotated[str, AfterValidator(check)]


class Listed(BaseModel):
    host: Slow
    port: Annotated[int, BeforeValidator(lambda value: check(value))] = 0


class Team(BaseModel):
    lead: Optional[User] = None
    members: list[User] = []


class Shown(BaseModel):
    size: int = 1

    @computed_field
    @property
    def area(self) -> int:
        return check(self.size)


class Written(BaseModel):
    size: int = 1

    @field_serializer("size")
    def _write(self, value):
        return check(value)


class Tree(BaseModel):
    name: str = ""
    parts: list["Tree"] = []


async def bad_field():
    User(name="a")  # expect: AF101


async def bad_unpacked():
    User(**{"name": "a"})  # expect: AF101


async def bad_heir():
    Heir(name="a")  # expect: AF101


async def bad_model():
    Whole()  # expect: AF101


async def bad_annotated():
    Listed(host="a")  # expect: AF101


async def bad_of_data():
    User.model_validate({"name": "a"})  # expect: AF101


async def bad_of_json():
    User.model_validate_json('{"name": "a"}')  # expect: AF101


async def bad_adapter():
    TypeAdapter(list[User]).validate_python([{"name": "a"}])  # expect: AF101


async def bad_nested():
    Team(lead={"name": "a"})  # expect: AF101


async def bad_nested_in_list():
    Team.model_validate({"members": [{"name": "a"}]})  # expect: AF101


async def bad_computed():
    Shown().model_dump()  # expect: AF101


async def bad_serialized():
    Written().model_dump_json()  # expect: AF101


async def ok_default_is_not_validated():
    User(city="a")


async def ok_made_before(user: User = User(name="a")):
    Team(lead=user)
    Team(members=[user])


async def ok_copied(user: User = User(name="a")):
    User.model_construct(name="a")
    user.model_copy(update={"name": "b"})
    user.model_dump()


async def ok_overridden():
    Mended(name="a")


async def ok_not_dumped():
    Shown()
    Written(size=2)


async def ok_tree():
    Tree.model_validate({"parts": [{"name": "a"}]})
