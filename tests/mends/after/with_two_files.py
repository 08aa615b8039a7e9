import asyncio

import slow


async def main():
    a, b = await asyncio.to_thread(slow.source, "x"), await asyncio.to_thread(slow.source, "y")

    def _read_file():
        with open(a) as first, open(b) as second:
            return first.read() + second.read()

    both = await asyncio.to_thread(_read_file)
    return both
