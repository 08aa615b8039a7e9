import asyncio

import slow


async def main():
    path = await asyncio.to_thread(slow.source)
    return await asyncio.to_thread(lambda: open(path, encoding="utf-8").read().split())
