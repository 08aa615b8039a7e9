import time


def work():
    time.sleep(0.01)


def rest():
    time.sleep(0.01)


def linger():
    time.sleep(0.01)


def stay():
    time.sleep(0.01)


def skip():
    time.sleep(0.01)
