class Quick:
    def prepare(self):
        pass


def make():
    return Quick()
