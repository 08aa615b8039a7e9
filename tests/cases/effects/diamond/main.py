"""The linearised order decides which parent's method runs."""
import time


class Root:
    def work(self):
        return 0


class Left(Root):
    pass


class Right(Root):
    def work(self):
        time.sleep(1)


class Both(Left, Right):
    pass


async def bad_right():
    Both().work()  # expect: AF101


async def ok_left():
    Left().work()
