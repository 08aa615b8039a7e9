import time as _time

__all__ = ["both", "other"]


def both():
    _time.sleep(0.01)


def other():
    return 1


def only_first():
    return 1
