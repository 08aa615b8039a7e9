"""What an inherited class method makes of `cls` is an instance of the class that it is called on."""
import time


class Base:
    made = None

    def __init__(self, seconds=1):
        self.seconds = seconds

    @classmethod
    def make(cls):
        return cls(2)

    @classmethod
    def bare(cls):
        made = cls.__new__(cls)
        made.seconds = 1
        return made

    @classmethod
    def twice(cls):
        return cls.make()

    @classmethod
    async def soon(cls):
        return cls()


class Slow(Base):
    def go(self):
        time.sleep(self.seconds)


class Fast(Base):
    def go(self):
        return self.seconds


class Single:
    _only = None

    def __new__(cls):
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def go(self):
        time.sleep(1)


async def bad_make():
    Slow.make().go()  # expect: AF101


async def bad_bare():
    Slow.bare().go()  # expect: AF101


async def bad_twice():
    Slow.twice().go()  # expect: AF101


async def bad_soon():
    slow = await Slow.soon()
    slow.go()  # expect: AF101


async def bad_single():
    Single().go()  # expect: AF101


async def ok_make():
    Fast.make().go()
    Fast.bare().go()
    Fast.twice().go()
    (await Fast.soon()).go()
