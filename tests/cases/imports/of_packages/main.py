"""A relative name is looked for in the package that stands beside it, an absolute one is not."""
import importlib

import plugs

PACKAGE = "plugs"
by_place = importlib.import_module(".slow", "plugs")
by_keyword = importlib.import_module(name=".slow", package=PACKAGE)
absolute = importlib.import_module("quick", "plugs")
relative = importlib.import_module(".quick", "plugs")


async def bad_by_place():
    by_place.handle()  # expect: AF101


async def bad_by_keyword():
    by_keyword.handle()  # expect: AF101


async def bad_absolute():
    absolute.handle()  # expect: AF101


async def bad_own_name():
    plugs.SLOW.handle()  # expect: AF101


async def bad_own_package():
    plugs.OTHER.handle()  # expect: AF101


async def ok_relative():
    relative.handle()
