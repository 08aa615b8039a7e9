import time


class Notes:
    def __init__(self, root):
        self.root = root

    def answer(self):
        time.sleep(0.01)
        return self.root


def setup(root):
    return Notes(root)
