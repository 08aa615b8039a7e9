# blocks: no
import asyncio


async def main():
    async def inner():
        await asyncio.sleep(0.01)
        return 1

    coroutine = inner
    try:
        return await coroutine()
    except RuntimeError:
        return await coroutine()
