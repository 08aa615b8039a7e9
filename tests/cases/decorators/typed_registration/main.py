"""A decorator that declares which classes it takes gives each back as it is."""
import time


class Base:
    known: dict[str, type["Base"]] = {}

    @classmethod
    def register(cls, name: str):
        def decorate(kind: type["Base"]) -> type["Base"]:
            cls.known[name] = kind
            return kind

        return decorate

    @classmethod
    def make(cls):
        return cls()

    def run(self):
        return None


@Base.register("slow")
class Slow(Base):
    def run(self):
        time.sleep(0.01)


@Base.register("quick")
class Quick(Base):
    def run(self):
        return 1


def listed(kind: type[Base]) -> type[Base]:
    return kind


@listed
class Other(Base):
    def run(self):
        return 2


def run(kind: type[Base]):
    return kind().run()


async def bad_constructed():
    Slow().run()  # expect: AF101


async def bad_made():
    Slow.make().run()  # expect: AF101


async def bad_known():
    Base.known["slow"]().run()  # expect: AF101


async def bad_passed():
    run(Slow)  # expect: AF101


async def ok_others():
    Quick().run()
    Quick.make().run()
    Other().run()
    Other.make().run()
    run(Quick)
