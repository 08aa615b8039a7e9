"""Star imports, with and without `__all__`."""
from listed import *
from unlisted import *


async def bad_listed():
    shown()  # expect: AF101


async def bad_unlisted():
    public()  # expect: AF101
