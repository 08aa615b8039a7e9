import time

import left


def go_on(count):
    time.sleep(1)
    left.start(count)
