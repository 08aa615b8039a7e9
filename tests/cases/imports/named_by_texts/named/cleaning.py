import time


class Cleaner:
    def __init__(self, grace):
        self.grace = grace

    @classmethod
    def default(cls):
        return cls(grace=0.01)

    def prepare(self):
        time.sleep(self.grace)


class Tidy:
    def prepare(self):
        time.sleep(0.01)
