import asyncio

import slow


async def main():
    path, count = await asyncio.to_thread(slow.source), 0

    def _read_file():
        nonlocal count
        with open(path) as file:
            for line in file:
                count += 1

    await asyncio.to_thread(_read_file)
    return count
