import asyncio

import slow


async def main():
    import json

    path = await asyncio.to_thread(slow.source, "{")
    try:
        def _read_file():
            with open(path) as file:
                return json.load(file)

        return await asyncio.to_thread(_read_file)
    except ValueError as error:
        return type(error).__name__
