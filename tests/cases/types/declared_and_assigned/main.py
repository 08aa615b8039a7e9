"""An attribute that is declared and assigned from a parameter of which nothing is declared."""
import time


class Base:
    def query(self):
        time.sleep(0.01)


class Quick:
    def query(self):
        return 1


class Engine:
    def __init__(self, base: Base):
        self.base = base


class ByClass:
    engine: Engine

    def __init__(self, engine):
        self.engine = engine

    async def bad_asked(self):
        self.engine.base.query()  # expect: AF101


class BesideIt:
    def __init__(self, base):
        self.base: Base = base

    async def bad_asked(self):
        self.base.query()  # expect: AF101


class Other:
    quick: Quick

    def __init__(self, quick):
        self.quick = quick

    async def ok_asked(self):
        self.quick.query()


async def bad_run():
    await ByClass(Engine(Base())).bad_asked()
    await BesideIt(Base()).bad_asked()


async def ok_run():
    await Other(Quick()).ok_asked()
