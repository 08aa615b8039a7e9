"""Arguments through wrappers, partial functions, methods and classes: each comes to its own parameter."""
import asyncio
import functools
import time


class Job:
    def work(self):
        time.sleep(0.01)


class Quiet:
    def work(self):
        return 1


def first(one, other=None):
    one.work()


def second(one, other=None):
    other.work()


def rest_of(one, *others):
    for other in others:
        other.work()


def named(*, one, other=None):
    one.work()


def keywords(one=None, **others):
    others["other"].work()


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


def again(function, *args, **kwargs):
    return forward(function, *args, **kwargs)


def wrapper(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


def outer(function):
    def inner(*args, **kwargs):
        return wrapper(function)(*args, **kwargs)

    return inner


@outer
@wrapper
def wrapped(one, other):
    other.work()


async def bad_forwarded():
    forward(first, Job())  # expect: AF101
    forward(first, Quiet(), Job())
    forward(second, Quiet(), Job())  # expect: AF101
    forward(second, Quiet(), other=Job())  # expect: AF101
    forward(second, Job(), other=Quiet())
    forward(rest_of, Quiet(), Quiet(), Job())  # expect: AF101
    forward(rest_of, Job(), Quiet())
    forward(named, one=Job())  # expect: AF101
    forward(keywords, other=Job())  # expect: AF101


async def bad_again():
    again(first, Job())  # expect: AF101
    again(first, Quiet(), other=Job())
    again(second, Quiet(), Job())  # expect: AF101
    again(named, one=Job())  # expect: AF101


async def bad_wrapped():
    wrapped(Quiet(), Job())  # expect: AF101
    wrapped(Quiet(), other=Job())  # expect: AF101
    wrapped(Job(), Quiet())
    wrapper(second)(Quiet(), Job())  # expect: AF101
    wrapper(second)(Job(), Quiet())


async def bad_partial():
    functools.partial(second, Quiet())(Job())  # expect: AF101
    functools.partial(second, Job())(Quiet())
    functools.partial(second, other=Job())(Quiet())  # expect: AF101
    functools.partial(functools.partial(second, Quiet()), Job())()  # expect: AF101
    functools.partial(second, *[Quiet(), Job()])()  # expect: AF101
    functools.partial(forward, second, Quiet())(Job())  # expect: AF101
    functools.partial(rest_of, Quiet(), Quiet())(Job())  # expect: AF101


async def bad_spread():
    pair = (Quiet(), Job())
    second(*pair)  # expect: AF101
    first(*pair)
    rest_of(*pair)  # expect: AF101
    second(**{"one": Quiet(), "other": Job()})  # expect: AF101
    second(*(Quiet(),), **{"other": Job()})  # expect: AF101


class Holder:
    def __init__(self, one, other=None, *others, **named):
        self.one = one
        self.other = other
        self.others = others
        self.named = named

    def first(self):
        self.one.work()

    def second(self):
        self.other.work()

    def all_others(self):
        for one in self.others:
            one.work()

    def by_name(self):
        self.named["extra"].work()


class Heir(Holder):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class Turned(Holder):
    def __init__(self, one, other):
        super().__init__(other, one)


async def bad_constructed():
    Holder(Job()).first()  # expect: AF101
    Holder(Quiet(), Job()).first()
    Holder(Quiet(), Job()).second()  # expect: AF101
    Holder(Quiet(), other=Job()).second()  # expect: AF101
    Holder(Quiet(), Quiet(), Job()).all_others()  # expect: AF101
    Holder(Quiet(), extra=Job()).by_name()  # expect: AF101
    Heir(Quiet(), Job()).second()  # expect: AF101
    Heir(Quiet(), Job()).first()
    Heir(Quiet(), other=Job()).second()  # expect: AF101
    Turned(Quiet(), Job()).first()  # expect: AF101
    Turned(Quiet(), Job()).second()
    functools.partial(Holder, Quiet())(Job()).second()  # expect: AF101
    forward(Holder, Quiet(), Job()).second()  # missing: AF101
    forward(Holder, Job(), Quiet()).second()
    await asyncio.sleep(0)
