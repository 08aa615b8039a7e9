"""A name that travels through several `__init__` files under new names."""
import pkg
from pkg import fetch


async def bad_reexported():
    fetch()  # expect: AF102


async def bad_attribute():
    pkg.inner.load()  # expect: AF102
