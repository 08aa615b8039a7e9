"""What an offload gives back keeps its type."""
import asyncio

NO_ORACLE = "the file is opened in a thread, past the recorders"


async def bad_file():
    file = await asyncio.to_thread(open, "x")
    return file.read()  # expect: AF105
