"""A worker that takes jobs from a queue of threads."""
import queue


class Worker:
    def __init__(self):
        self.jobs = queue.Queue()

    def next_job(self):
        return self.jobs.get()

    async def run(self):
        self.next_job()  # expect: AF107

    async def poll(self):
        try:
            return self.jobs.get_nowait()
        except queue.Empty:
            return None


async def bad_run():
    await Worker().run()
