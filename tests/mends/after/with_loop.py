import asyncio

import slow


async def main():
    path = await asyncio.to_thread(slow.source)
    lines = []

    def _read_file():
        with open(path) as file:
            for line in file:
                lines.append(line.strip())

    await asyncio.to_thread(_read_file)
    return lines
