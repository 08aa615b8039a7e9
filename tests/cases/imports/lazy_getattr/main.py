"""A package that imports its members when they are asked for."""
import lazy


async def bad_lazy():
    lazy.work()  # expect: AF101


async def bad_from():
    from lazy import work

    work()  # expect: AF101
