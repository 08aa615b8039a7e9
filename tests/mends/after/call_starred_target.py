import asyncio

import slow


async def main():
    first, *rest = await asyncio.to_thread(slow.work, 9)
    return first, rest
