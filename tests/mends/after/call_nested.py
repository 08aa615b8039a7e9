import asyncio

import slow


async def main():
    return await asyncio.to_thread(slow.work, await asyncio.to_thread(slow.work, 1))
