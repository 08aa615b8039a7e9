import asyncio

import slow


async def main():
    path = await asyncio.to_thread(slow.source)

    def _read_file():
        with open(path) as file:
            # the heading
            head = file.readline()
            rest = file.read()
            return head, rest

    head, rest = await asyncio.to_thread(_read_file)
    return head, rest
