"""Methods that a class binds to something else than a definition: other functions, partials, lambdas, library's own."""
import functools
import operator
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


def pause(*args):
    time.sleep(0.01)


def entered(self):
    time.sleep(0.01)
    return self


def nothing(*args):
    return None


class Kept:
    def _setup(self, client, kind):
        self.client = client
        self.kind = kind

    __init__ = functools.partialmethod(_setup, kind="kept")


class Entered:
    __enter__ = entered
    __exit__ = nothing


class Left:
    __enter__ = nothing
    __exit__ = lambda self, *error: pause()


class Called:
    __call__ = pause


class Iterated:
    def _items(self):
        time.sleep(0.01)
        yield Quiet()

    __iter__ = _items


class Compared:
    def __lt__(self, other):
        time.sleep(0.01)
        return True

    __gt__ = __lt__


class Read:
    client = property(lambda self: Loud())
    slow = property(pause)
    later = property(functools.partial(pause))
    quick = property(operator.attrgetter("kind"))
    kind = "read"

    def _get(self):
        time.sleep(0.01)

    old = property(fget=_get)


class Set:
    def _get(self):
        return 1

    def _set(self, value):
        time.sleep(0.01)

    def _keep(self, value):
        self.kept = value

    size = property(_get, _set)
    named = property(fget=_get, fset=_set)
    quick = property(_get, _keep)


class Proxy:
    client = Quiet()

    def __getattr__(self, name):
        return getattr(self.client, name)


class Quick:
    __enter__ = nothing
    __exit__ = nothing
    __call__ = nothing
    __init__ = nothing

    def __iter__(self):
        return iter([Quiet()])


async def ok_kept():
    """What a constructor that is a partial method keeps is not known."""
    Kept(Quiet()).client.go()


async def bad_entered():
    with Entered():  # expect: AF101
        pass


async def bad_left():
    with Left():  # expect: AF101
        pass


async def bad_called():
    Called()()  # expect: AF101


async def bad_iterated():
    for item in Iterated():  # expect: AF101
        item.go()


async def bad_compared():
    return Compared() > Compared()  # expect: AF101


async def bad_property():
    Read().client.go()  # expect: AF101


async def bad_getter():
    return Read().slow  # expect: AF101


async def bad_partial_getter():
    return Read().later  # expect: AF101


async def bad_old_getter():
    return Read().old  # expect: AF101


async def bad_setter():
    Set().size = 2  # expect: AF101


async def bad_setter_by_keyword():
    Set().named = 2  # expect: AF101


async def ok_setter():
    Set().quick = 2
    return Set().size


async def ok_quick():
    with Quick(Loud()):
        pass
    Quick()()
    for item in Quick():
        item.go()
    Proxy().go()
    return Read().quick
