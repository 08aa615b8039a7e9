import asyncio

import slow


async def main():
    return [await asyncio.to_thread(slow.work, i) for i in range(2)]
