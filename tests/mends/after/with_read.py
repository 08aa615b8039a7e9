import asyncio

import slow


async def main():
    def _read_file():
        with open(slow.source()) as file:
            return file.read()

    text = await asyncio.to_thread(_read_file)
    return text
