"""A package whose `__getattr__` returns what it imports; texts that it keeps in a table are no modules."""
import lazy
from lazy import work


async def bad_asked():
    lazy.work()  # expect: AF101


async def bad_imported():
    work()  # expect: AF101


async def ok_usage():
    return lazy.usage.upper()


async def ok_unknown():
    try:
        lazy.unknown()
    except AttributeError:
        pass
