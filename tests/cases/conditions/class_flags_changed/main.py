"""A class's flag is only its first value: code that assigns another to the class, or to the object, changes it."""
import time


def pause(wait):
    if wait:
        time.sleep(0.01)


class FromOutside:
    wait = False


class ByMethod:
    wait = False

    @classmethod
    def enable(cls):
        cls.wait = True


class ByObject:
    wait = False

    def enable(self):
        self.wait = True


class Constant:
    never = False


def configure():
    FromOutside.wait = True


async def bad_from_outside():
    configure()
    pause(FromOutside.wait)  # expect: AF101


async def bad_by_method():
    ByMethod.enable()
    pause(ByMethod.wait)  # expect: AF101


async def bad_by_object():
    flags = ByObject()
    flags.enable()
    pause(flags.wait)  # expect: AF101


async def ok_constant():
    pause(Constant.never)
    pause(Constant().never)
