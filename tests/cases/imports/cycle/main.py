"""Two modules that import each other."""
import left


async def bad_cycle():
    left.start(2)  # expect: AF101
