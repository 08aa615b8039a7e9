"""`import a.b as c`, and a class from there."""
import pkg.sub as tools


async def bad_deep():
    tools.Client().load()  # expect: AF105
