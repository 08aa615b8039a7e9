import asyncio

import slow


async def main():
    return await asyncio.to_thread(slow.pairs, sum(i for i in range(4)), *(i for i in range(2)))
