import asyncio
import time


async def main():
    await asyncio.sleep(0.1)
    return "slept"
