"""Reads its table when somebody asks for it."""

import time


def __getattr__(name):
    if name == "TABLE":
        time.sleep(0.01)
        return {"a": 1}
    if name == "LIST":
        return [1]
    raise AttributeError(name)


def width(text):
    return len(text)
