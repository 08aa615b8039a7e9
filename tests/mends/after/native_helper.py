# unsafe
import asyncio


async def pause(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def one():
    return await pause(0.1) + 1


async def main():
    return await one(), await pause(0.1) * 2, [await pause(0.1) for _ in range(1)]
