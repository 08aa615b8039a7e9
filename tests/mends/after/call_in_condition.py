import asyncio

import slow


async def main():
    x = 1 if await asyncio.to_thread(slow.work) else 2
    while (await asyncio.to_thread(slow.work, 0))[0]:
        x = 3
    assert await asyncio.to_thread(slow.work), "never"
    return x
