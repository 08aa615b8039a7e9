"""Class methods that are asked of objects: of `self`, of a parameter, of what a subclass makes of itself."""
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Base:
    worker = Quiet

    @classmethod
    def make(cls):
        return cls.worker()

    @classmethod
    def create(cls):
        return cls()

    @staticmethod
    def loud():
        return Loud()

    def run(self):
        self.make().go()

    def run_static(self):
        self.loud().go()

    def again(self):
        self.create().work()

    def work(self):
        return 1


class Heir(Base):
    worker = Loud

    def work(self):
        time.sleep(0.01)


class Alone:
    """Nothing derives from it."""

    @classmethod
    def make(cls):
        return Loud()

    @classmethod
    def create(cls):
        return cls()

    def run(self):
        self.make().go()

    def again(self):
        self.create().work()

    def work(self):
        time.sleep(0.01)


def make_of(thing: Base):
    thing.make().go()


def alone(thing: Alone):
    thing.make().go()


async def bad_heir():
    Heir().run()  # expect: AF101


async def bad_again():
    Heir().again()  # expect: AF101


async def bad_static():
    Base().run_static()  # expect: AF101


async def bad_parameter():
    make_of(Heir())  # expect: AF101


async def bad_alone():
    Alone().run()  # expect: AF101
    Alone().again()  # expect: AF101
    alone(Alone())  # expect: AF101


async def ok_base():
    Base().run()
    Base().again()
    make_of(Base())
