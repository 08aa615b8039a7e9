"""Two helpers of one name in two modules are told apart."""
import blocking
import harmless


async def bad_one():
    blocking.load()  # expect: AF101


async def ok_other():
    harmless.load()
