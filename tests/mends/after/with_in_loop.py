import asyncio

import slow


async def main():
    texts = []
    for path in (await asyncio.to_thread(slow.source, "a"), await asyncio.to_thread(slow.source, "b")):
        def _read_file():
            with open(path) as file:
                texts.append(file.read())

        await asyncio.to_thread(_read_file)
    return texts
