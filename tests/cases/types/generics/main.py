"""Type arguments carry through the project's own generic classes."""
from typing import Generic, TypeVar

import requests

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value

    def get(self) -> T:
        return self.value


async def bad_boxed():
    box = Box(requests.Session())
    box.get().get("http://localhost")  # expect: AF102


async def bad_declared():
    await use(Box(requests.Session()))


async def use(box: Box[requests.Session]):
    box.get().get("http://localhost")  # expect: AF102
