"""A module of the program that is called after the library that it wraps; the library's import means the library."""
from store.cache import other
from store.redis import Store, client

NO_ORACLE = "needs the library"


async def through_the_wrapper():
    return Store().read("a")  # expect: AF104


async def the_wrappers_own():
    return client.get("a")  # expect: AF104


async def beside_the_wrapper():
    return other.get("a")  # expect: AF104
