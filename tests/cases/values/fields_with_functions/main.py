"""Fields whose default is a function hold what the constructor is given."""
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


def quick(*args: Any) -> None:
    return None


def slow(*args: Any) -> None:
    time.sleep(0.01)


@dataclass
class Message:
    callback: Callable[..., Any] = quick
    other: Callable[..., Any] = field(default=quick)


async def bad_given():
    Message(callback=slow).callback(1)  # expect: AF101
    Message(other=slow).other(1)  # expect: AF101


async def ok_default():
    Message().other(1)
    Message(callback=slow).other(1)
