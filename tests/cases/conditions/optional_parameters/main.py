"""Parameters that may be None, by their type or their default: nobody knows what others give."""

import time
from typing import Callable, Optional

NO_ORACLE = "the parameters are given by others"


class Client:
    pass


def get(client: Optional["Client"] = None):
    if client is not None:
        return client
    time.sleep(1)


async def bad_a(client: Optional["Client"] = None):
    get(client)  # expect: AF101


async def bad_b(client: Optional["Client"]):
    get(client)  # expect: AF101


async def bad_c(client: "Client | None" = None):
    get(client)  # expect: AF101


async def ok_d(client: Client):
    get(client)


async def bad_e(client: Client = None):
    get(client)  # expect: AF101


async def bad_f(client=None):
    get(client)  # expect: AF101


def mid(client: Optional[Client]):
    get(client)


async def bad_g(client=None):
    mid(client)  # expect: AF101


async def bad_h(given):
    mid(given[0])  # expect: AF101


def report(callback: Callable):
    if not callback:
        return
    time.sleep(1)


async def bad_callback(callback: Callable = None):
    report(callback)  # expect: AF101
