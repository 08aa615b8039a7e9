import asyncio

import slow


async def main():
    async def numbers():
        for i in range(2):
            yield await asyncio.to_thread(slow.work, i)

    return [x async for x in numbers()]
