"""A class inside a class."""
import time


class Outer:
    class Inner:
        def work(self):
            time.sleep(1)

    def make(self):
        return self.Inner()


async def bad_inner():
    Outer().make().work()  # expect: AF101
