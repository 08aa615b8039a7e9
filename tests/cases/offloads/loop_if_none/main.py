"""A facade that asks for the running loop runs one of its own only where there is none."""
import asyncio


async def work():
    return 1


def anywhere():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work())
    return None


async def ok_facade():
    anywhere()
