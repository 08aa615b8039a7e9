"""Methods whose decorators give another function, or the same one: asked of objects that only callers know."""
import functools
import time


def pause(self=None):
    time.sleep(0.01)


def skip(self=None):
    return 1


def swapped(function):
    return pause


def calmed(function):
    return skip


def kept(function):
    return function


def named(name):
    def decorate(function):
        return function

    return decorate


def either(function):
    if function.__name__ == "never":
        return function
    return pause


class Service:
    @swapped
    def swap(self):
        return 1

    @calmed
    def calm(self):
        time.sleep(0.01)

    @kept
    def keep(self):
        time.sleep(0.01)

    @kept
    @named("x")
    def twice(self):
        time.sleep(0.01)

    @functools.lru_cache(maxsize=None)
    def cached(self):
        time.sleep(0.01)

    @either
    def other(self):
        return 1

    @kept
    def quick(self):
        return 1

    alias = keep
    calm_alias = calm


def use_swap(service):
    service.swap()


def use_calm(service):
    service.calm()
    service.calm_alias()


def use_keep(service):
    service.keep()


def use_twice(service):
    service.twice()


def use_cached(service):
    service.cached()


def use_other(service):
    service.other()


def use_alias(service):
    service.alias()


def use_quick(service):
    service.quick()


async def bad_swap():
    use_swap(Service())  # expect: AF101


async def bad_keep():
    use_keep(Service())  # expect: AF101


async def bad_twice():
    use_twice(Service())  # expect: AF101


async def bad_cached():
    use_cached(Service())  # expect: AF101


async def bad_other():
    use_other(Service())  # expect: AF101


async def bad_alias():
    use_alias(Service())  # expect: AF101


async def ok_quick():
    use_quick(Service())
    use_calm(Service())
