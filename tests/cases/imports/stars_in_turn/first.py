import time as _time


def both():
    return 1


def other():
    _time.sleep(0.01)


def only_first():
    _time.sleep(0.01)


def _hidden():
    _time.sleep(0.01)
