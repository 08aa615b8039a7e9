import asyncio

import slow


async def main():
    path = await asyncio.to_thread(slow.source, "a\nb\n")
    lines = await asyncio.to_thread(lambda: open(path).readlines())
    return lines
