"""A module-level alias of a function."""
import time

pause = time.sleep
also = pause


async def bad_alias():
    also(1)  # expect: AF101
