import time


def nightly():
    time.sleep(0.01)


def unnamed():
    time.sleep(0.02)


class Weekly:
    @staticmethod
    def run():
        pass
