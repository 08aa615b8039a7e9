"""Classes by name."""
import time


class Slow:
    def run(self):
        time.sleep(0.01)


class Quick:
    def run(self):
        return 1


TABLE = {"slow": Slow, "quick": Quick}
FILLED = {"quick": Quick}
FILLED["quick"] = Slow
