"""`super()` leads to the next class that has the method, in the order of the object's own class."""
import time


class Root:
    def go(self):
        return 1

    @classmethod
    def make(cls):
        return cls()


class Loud(Root):
    def go(self):
        time.sleep(0.01)


class Between(Root):
    """Has no method of its own."""


class Asks(Between):
    def go(self):
        return super().go()


class Named(Between):
    def go(self):
        return super(Named, self).go()


class InHelper(Between):
    def go(self):
        def inner():
            return super(InHelper, self).go()

        return inner()


class LoudAsks(Asks, Loud):
    """Puts `Loud` between `Between` and `Root`."""


class LoudNamed(Named, Loud):
    pass


class LoudInHelper(InHelper, Loud):
    pass


class Made(Loud):
    @classmethod
    def make(cls):
        made = super().make()
        made.go()
        return made


async def bad_mixed():
    LoudAsks().go()  # expect: AF101
    LoudNamed().go()  # expect: AF101
    LoudInHelper().go()  # expect: AF101


async def bad_class_method():
    Made.make()  # expect: AF101


async def ok_plain():
    Asks().go()
    Named().go()
    InHelper().go()
    Between().go()
