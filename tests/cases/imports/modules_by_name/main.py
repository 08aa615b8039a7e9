"""Modules asked for by name: among those that are loaded, and beside the module that asks."""
import sys
from sys import modules

import parts.asking
import parts.slow


class Loader:
    def __init__(self):
        self.modules = {"parts.slow": parts.asking, 5: parts.asking}


loader = Loader()


async def bad_of_sys():
    sys.modules["parts.slow"].nap()  # expect: AF101


async def bad_imported():
    modules["parts.slow"].nap()  # expect: AF101


async def ok_of_another():
    loader.modules["parts.slow"].glance()
    loader.modules[5].glance()


async def ok_no_name():
    try:
        sys.modules[5].nap()
    except KeyError:
        pass


async def bad_beside():
    parts.asking.beside().nap()  # expect: AF111  missing: AF101


async def bad_relative():
    parts.asking.relative().nap()  # expect: AF101, AF111


async def ok_itself():
    parts.asking.itself().glance()
