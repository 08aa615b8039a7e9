"""What an offload gives back keeps its type."""
import asyncio


async def bad_file():
    file = await asyncio.to_thread(open, "x")
    return file.read()  # expect: AF105
