# blocks: no
import asyncio
import threading


async def main():
    lock = threading.Lock()
    found = []

    async def add(x):
        with lock:
            found.append(x)
        lock.acquire()
        lock.release()

    await asyncio.gather(add(1), add(2))
    return sorted(found)
