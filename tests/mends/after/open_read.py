import asyncio

import slow


async def main():
    return await asyncio.to_thread(lambda value: open(value).read(), await asyncio.to_thread(slow.source))
