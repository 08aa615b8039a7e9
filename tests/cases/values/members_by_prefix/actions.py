"""Functions that are asked for by name."""
import time


def action_slow():
    time.sleep(0.01)


def cheap_quick():
    return 1
