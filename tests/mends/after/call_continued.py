import asyncio

import slow


async def main():
    x = 1 + \
        (await asyncio.to_thread(slow.work, 2))[0]; y = await asyncio.to_thread(slow \
        .work, 3)
    return x, y
