import asyncio

import slow


async def main():
    return await asyncio.to_thread(slow.work, 1), await asyncio.to_thread(slow.work, 2)
