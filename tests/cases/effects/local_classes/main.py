"""Classes that coroutines define: their bodies run there, decorated helpers that they call included."""
import time

ORACLE_FROM = (3, 11)  # before that, a decorator's line is the class's


def registered(cls):
    time.sleep(0.01)
    return cls


def described(function):
    time.sleep(0.01)
    return function


def plain(function):
    return function


async def bad_static_helper():
    class Settings:  # expect: AF101
        @staticmethod
        def load():
            time.sleep(0.01)
            return 1

        value = load()

    return Settings.value


async def bad_decorated():
    @registered  # expect: AF101
    class Settings:
        value = 1

    return Settings.value


async def bad_method():
    class Settings:  # expect: AF101
        @described
        def load(self):
            return 1

    return Settings().load()


async def ok_helper():
    class Settings:
        @staticmethod
        def load():
            time.sleep(0.01)

        @plain
        def save(self):
            time.sleep(0.01)

        loader = load

    return Settings.loader
