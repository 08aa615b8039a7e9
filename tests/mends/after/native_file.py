# unsafe
import asyncio

import aiofiles
import slow


async def one(x):
    return x


async def main():
    path = await asyncio.to_thread(slow.source)
    lines = []
    async with aiofiles.open(path, encoding="utf-8") as file:
        head = await one(await file.read(4))
        async for line in file:
            lines.append(await one(line.strip()))
    return head, lines
