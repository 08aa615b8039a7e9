import time


def work():
    time.sleep(0.01)
