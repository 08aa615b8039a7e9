"""The calls that never wait."""
import queue

jobs = queue.Queue(3)


async def ok_nowait():
    jobs.put_nowait(1)
    return jobs.qsize(), jobs.empty()
