import time


def handle():
    time.sleep(0.01)


class Worker:
    def work(self):
        time.sleep(0.01)
