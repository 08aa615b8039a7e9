import asyncio

import slow


async def main():
    async def numbers():
        yield 1
        yield 2

    found = []
    async for number in numbers():
        found.append(await asyncio.to_thread(slow.work, number))
    return found
