"""Relative imports within a package."""
from service.api import handle


async def bad_entry():
    handle()  # expect: AF101
