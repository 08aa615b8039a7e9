"""Class methods that make objects of the class that is asked: a subclass's constructor runs where it is meant."""

import time


def build(model, text):
    return model(text)


class Base:
    def __init__(self, text):
        self.text = text

    @classmethod
    def parse(cls, text):
        return cls(text)

    @classmethod
    def build(cls, text):
        return build(cls, text)

    @classmethod
    def twice(cls, text):
        return [cls.parse(text), cls.parse(text)]


class Slow(Base):
    def __init__(self, text):
        super().__init__(text)
        time.sleep(0.01)


class Quick(Base):
    def __init__(self, text):
        super().__init__(text.upper())


async def bad_parsed():
    return Slow.parse("a")  # expect: AF101


async def bad_built():
    return Slow.build("a")  # expect: AF101


async def bad_twice():
    return Slow.twice("a")  # expect: AF101


async def ok_base():
    return Base.parse("a"), Base.build("a"), Base.twice("a")


async def ok_quick():
    return Quick.parse("a"), Quick.build("a"), Quick.twice("a")
