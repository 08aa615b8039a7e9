import time


def handle():
    time.sleep(1)


class Plugin:
    def run(self):
        time.sleep(1)
