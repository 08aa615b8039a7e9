"""A loop inside the running loop."""
import asyncio


async def other():
    return 1


NO_ORACLE = "raises, and runs nothing"


async def bad_run():
    asyncio.run(other())  # expect: AF202


async def bad_until_complete():
    loop = asyncio.get_event_loop()
    loop.run_until_complete(other())  # expect: AF202
