"""`from package import submodule`."""
from pkg import tools
from pkg.tools import rest as nap


async def bad_submodule():
    tools.rest()  # expect: AF101


async def bad_function():
    nap()  # expect: AF101
