"""Keywords that become an object's attributes all at once."""
import time


def slow():
    time.sleep(0.01)


def quick():
    return None


class Updated:
    def __init__(self, **parts):
        self.__dict__.update(parts)

    def run(self):
        self.work()


class Quiet:
    def __init__(self, **parts):
        self.__dict__.update(parts)

    def run(self):
        self.work()


class ByVars:
    def __init__(self, name, **parts):
        self.name = name
        vars(self).update(parts)

    def run(self):
        self.work()


class Spread:
    def __init__(self, name, **parts):
        self.__dict__.update(name=name, **parts)

    def run(self):
        self.work()


async def bad_updated():
    Updated(work=slow).run()  # expect: AF101


async def bad_by_vars():
    ByVars("a", work=slow).run()  # expect: AF101


async def bad_spread():
    Spread("a", work=slow).run()  # expect: AF101


async def ok_quick():
    Quiet(work=quick).run()
