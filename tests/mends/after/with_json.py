import asyncio
import json

import slow


async def main():
    path = await asyncio.to_thread(slow.source, "[1, 2]")

    def _read_file():
        with open(path) as file:
            return json.load(file)

    data = await asyncio.to_thread(_read_file)
    return data
