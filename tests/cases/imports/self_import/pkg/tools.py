import time


def rest():
    time.sleep(1)
