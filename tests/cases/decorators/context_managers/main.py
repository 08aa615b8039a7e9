"""A context manager as a decorator is entered around each call of the function, and left after it."""
import contextlib
import time


class Timed(contextlib.ContextDecorator):
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        time.sleep(0.01)


class Quick(contextlib.ContextDecorator):
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


@contextlib.contextmanager
def slowly():
    time.sleep(0.01)
    yield


@contextlib.contextmanager
def quickly():
    yield


@Timed()
def timed(number):
    return number


@slowly()
def slow(number):
    return number


@Quick()
@quickly()
def quick(number):
    return number


@quickly()
def sleeps():
    time.sleep(0.01)


class Service:
    @slowly()
    def load(self):
        return self

    @quickly()
    def name(self):
        return "service"

    @Timed()
    async def fetch(self):
        return self


async def bad_class():
    return timed(1)  # expect: AF101


async def bad_generator():
    return slow(1)  # expect: AF101


async def bad_function():
    sleeps()  # expect: AF101


async def bad_method():
    Service().load().load()  # expect: AF101


async def bad_coroutine():
    return await Service().fetch()  # expect: AF101


async def ok_quick():
    return quick(1), Service().name()


async def ok_not_called():
    return timed
