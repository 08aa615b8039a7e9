import asyncio

import slow


async def main():
    items = [1, 2, 3]
    return items[(await asyncio.to_thread(slow.work, 1))[0]:], items[(await asyncio.to_thread(slow.work, 2))[0]]
