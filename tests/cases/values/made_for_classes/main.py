"""A factory that no annotation tells of makes an object of the class that it is given."""
import time


class Slow:
    def __init__(self, name):
        self.name = name
        self.commands = {"save": self.save}

    def save(self):
        time.sleep(0.01)


class Quick:
    def __init__(self, name):
        self.name = name

    def save(self):
        return self.name


class Factory:
    def __init__(self):
        self.made = []

    def make(self, kind, name):
        made = kind(name)
        return made


class Session:
    def __init__(self, factory):
        self.slow = factory.make(Slow, "slow")
        self.quick = factory.make(kind=Quick, name="quick")

    async def save(self):
        self.slow.save()  # expect: AF101

    async def command(self, name):
        self.slow.commands.get(name)()  # expect: AF101

    async def quickly(self):
        return self.quick.save()


async def bad_session():
    session = Session(Factory())
    await session.save()
    await session.command("save")


async def ok_session():
    await Session(Factory()).quickly()
