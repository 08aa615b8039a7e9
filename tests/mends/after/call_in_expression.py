import asyncio

import slow


async def main():
    return (await asyncio.to_thread(slow.work, 1))[0] + 2 * (await asyncio.to_thread(slow.work, 3))[0]
