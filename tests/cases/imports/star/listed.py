import time

__all__ = ["shown"]


def shown():
    time.sleep(1)
