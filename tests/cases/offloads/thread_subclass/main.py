"""The run method of a thread's subclass runs in the thread; join waits."""
import threading
import time


class Worker(threading.Thread):
    def run(self):
        time.sleep(1)


async def ok_started():
    worker = Worker(daemon=True)
    worker.start()


async def bad_joined():
    worker = Worker(daemon=True)
    worker.start()
    worker.join()  # expect: AF107
