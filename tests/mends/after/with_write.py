import asyncio

import slow


async def main():
    path = await asyncio.to_thread(slow.target)

    def _write_file():
        with open(path, "w") as file:
            file.write("text")

    await asyncio.to_thread(_write_file)
    return "written"
