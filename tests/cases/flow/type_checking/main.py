"""What stands under `TYPE_CHECKING` never runs; what stands beside it does, and its types count."""

import time
import typing
from typing import TYPE_CHECKING
from typing import TYPE_CHECKING as CHECKED

if TYPE_CHECKING:
    from helper import Client


async def ok_for_checkers():
    if TYPE_CHECKING:
        time.sleep(0.01)


async def ok_qualified():
    if typing.TYPE_CHECKING and 1:
        time.sleep(0.01)


async def ok_under_another_name():
    if CHECKED:
        time.sleep(0.01)


async def bad_otherwise():
    if typing.TYPE_CHECKING:
        time.sleep(0.01)
    else:
        time.sleep(0.01)  # expect: AF101


async def bad_negated():
    if not TYPE_CHECKING:
        time.sleep(0.01)  # expect: AF101


async def bad_typed():
    from helper import made

    client: "Client" = made()
    client.load()  # expect: AF101
