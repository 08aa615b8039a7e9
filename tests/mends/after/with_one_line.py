import asyncio

import slow


async def main():
    path = await asyncio.to_thread(slow.source)

    def _read_file():
        with open(path) as file: return file.read()

    text = await asyncio.to_thread(_read_file)
    return text
