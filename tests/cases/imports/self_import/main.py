"""A package that imports a submodule from itself under another name."""
import pkg


async def bad_alias():
    pkg.tools.rest()  # expect: AF101
