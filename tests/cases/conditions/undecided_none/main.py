"""What may be None though a type is known: parameters and attributes of libraries' types, and arguments behind a star."""

import subprocess
import time
from collections.abc import Hashable
from pathlib import Path
from typing import Any, Optional

from somelibrary import Base, Client

NO_ORACLE = "the parameters are given by others"


def unless_given(value=None):
    if value is not None:
        return value
    time.sleep(1)


def unless_client(client: Client | None = None):
    if client is not None:
        return client
    time.sleep(1)


async def bad_of_a_library(client: Client | None):
    unless_given(client)  # expect: AF101


async def bad_optional(client: Optional[Client]):
    unless_client(client=client)  # expect: AF101


async def bad_by_default(client: Client = None):
    unless_client(client)  # expect: AF101


async def bad_of_the_standard_library(path: Path | None):
    unless_given(path)  # expect: AF101


async def ok_given(client: Client, path: Path):
    unless_client(client)
    unless_given(path)


class Pool:
    def __init__(self, client: Client | None):
        self.client = client

    def get(self, client: Client | None = None):
        if client is not None:
            return client
        time.sleep(1)
        return None

    async def bad_own_method(self, client: Client | None):
        self.get(client)  # expect: AF101

    async def bad_own_attribute(self):
        self.get(self.client)  # expect: AF101

    async def ok_own_method(self, client: Client):
        self.get(client)


async def bad_an_attribute(base: Base):
    unless_given(base.result)  # expect: AF101


async def bad_maybe_anything(process: subprocess.Popen):
    unless_given(process.returncode)  # expect: AF101


def anything() -> int | Any: ...


async def bad_or_anything():
    unless_given(anything())  # expect: AF101


async def bad_perhaps_none_given(*clients: Client):
    unless_given(*clients)  # expect: AF101


async def ok_a_name_of_a_library():
    unless_given(Client)
    unless_given(Path.cwd)


async def bad_a_constant_of_a_library():
    unless_given(Client.shared)  # expect: AF101


def of_text(value):
    if isinstance(value, str):
        time.sleep(1)


async def bad_by_its_shape(key: Hashable):
    of_text(key)  # expect: AF101


def outer(rows, is_root):
    types = Client.types()

    def build(row, is_root=False):
        if is_root and types:
            return row
        if row:
            time.sleep(1)
        return None

    return build(rows, is_root=is_root)


async def bad_a_local_of_another_function(rows):
    outer(rows, True)  # expect: AF101


def log(client: Client | None = None):
    unless_given(client)


async def ok_handed_on_twice(client: Client):
    log(client)
    log(Client())


async def bad_handed_on_twice(client: Client | None):
    log()  # expect: AF101
    log(client)  # expect: AF101


async def bad_calls_itself(node, **kwargs):
    if kwargs.get("stream", False):
        time.sleep(1)  # expect: AF101
    for each in node:
        await bad_calls_itself(each, **kwargs)
