# blocks: no
import asyncio


async def main():
    jobs = asyncio.Queue()
    await jobs.put(1)
    await jobs.put(2)
    found = [await jobs.get(), await jobs.get()]
    jobs.task_done()
    jobs.task_done()
    await jobs.join()
    return found, jobs.empty()
