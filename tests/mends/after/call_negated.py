import asyncio

import slow


async def main():
    return not await asyncio.to_thread(slow.work), -(await asyncio.to_thread(slow.work, 2))[0], (await asyncio.to_thread(slow.work, 2))[0] ** 2
