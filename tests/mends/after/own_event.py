# blocks: no
import asyncio


async def main():
    ready = asyncio.Event()
    released = ready.set()
    return await ready.wait() and released is None
