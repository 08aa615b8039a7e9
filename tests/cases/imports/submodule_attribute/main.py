"""A submodule reached as an attribute of its package."""
import app.tools.clock


async def bad_dotted():
    app.tools.clock.rest()  # expect: AF101
