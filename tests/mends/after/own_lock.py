# blocks: no
import asyncio


async def main():
    lock = asyncio.Lock()
    found = []

    async def add(x):
        async with lock:
            found.append(x)
        await lock.acquire()
        lock.release()

    await asyncio.gather(add(1), add(2))
    return sorted(found)
