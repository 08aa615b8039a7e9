import asyncio

import slow


async def main():
    total = 1
    total += (await asyncio.to_thread(slow.work, 5))[0]
    return total
