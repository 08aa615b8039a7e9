import asyncio

import slow


async def main():
    path = await asyncio.to_thread(slow.source)

    def _read_file():
        with open(path, encoding="utf-8") as file:
            return file.read().splitlines()

    return await asyncio.to_thread(_read_file)
