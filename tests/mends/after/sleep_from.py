import asyncio
from time import sleep


async def main():
    await asyncio.sleep(0.1)
    return 1
