import asyncio
import slow
from pathlib import Path


async def main():
    return await asyncio.to_thread(Path(await asyncio.to_thread(slow.source)).read_text, encoding="utf-8")
