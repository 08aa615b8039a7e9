"""`cls` and `type(self)` are the class that is asked, which decides whose methods they lead to."""
import time


class Model:
    @classmethod
    def load(cls, key):
        return cls._fetch(key)

    @classmethod
    def _fetch(cls, key):
        raise NotImplementedError

    @classmethod
    async def soon(cls, key):
        return cls._fetch(key)  # expect: AF101

    def refresh(self):
        return type(self)._fetch(1)

    def again(self):
        return self.__class__.load(1)

    @classmethod
    def via_other(cls, key):
        return cls.load(key)


class Remote(Model):
    @classmethod
    def _fetch(cls, key):
        time.sleep(key)


class Local(Model):
    @classmethod
    def _fetch(cls, key):
        return key


async def bad_load():
    Remote.load(1)  # expect: AF101


async def bad_refresh():
    Remote().refresh()  # expect: AF101


async def bad_again():
    Remote().again()  # expect: AF101


async def bad_via_other():
    Remote.via_other(1)  # expect: AF101


async def bad_soon():
    await Remote.soon(1)


async def ok_all():
    Local.load(1)
    Local().refresh()
    Local().again()
    Local.via_other(1)
