# blocks: no
import queue


async def main():
    jobs = queue.Queue()
    jobs.put(1)
    jobs.put(2)
    found = [jobs.get(), jobs.get()]
    jobs.task_done()
    jobs.task_done()
    jobs.join()
    return found, jobs.empty()
