"""The result of a method that returns one of two classes."""
import time


class Slow:
    def work(self):
        time.sleep(1)


class Quick:
    def work(self):
        return 1


def choose(flag):
    return Slow() if flag else Quick()


async def bad_chosen(flag=True):
    choose(flag).work()  # expect: AF101
