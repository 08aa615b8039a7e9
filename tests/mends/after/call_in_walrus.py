import asyncio

import slow


async def main():
    if (found := await asyncio.to_thread(slow.work, 5)) and found[0]:
        return found
