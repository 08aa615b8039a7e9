import time


def handle():
    time.sleep(0.01)
