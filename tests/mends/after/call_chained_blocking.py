import asyncio

import slow


async def main():
    return await asyncio.to_thread(slow.Client((await asyncio.to_thread(slow.work, 7))[0]).fetch)
