"""Wrappers that look at the keywords that they hand on, or change them: what methods add is not seen."""
import time


def nap():
    time.sleep(0.01)


def glance():
    return None


def target(first=glance, then=glance):
    first()
    then()


def with_default(function, **kwargs):
    kwargs.setdefault("then", nap)
    return function(**kwargs)


def with_update(function, **kwargs):
    kwargs.update(then=nap)
    return function(**kwargs)


def with_item(function, **kwargs):
    kwargs["then"] = nap
    return function(**kwargs)


def with_look(function, **kwargs):
    kwargs.get("then")
    return function(**kwargs)


def later(function, **kwargs):
    def call():
        return function(**kwargs)

    return call


def later_changed(function, **kwargs):
    def call():
        kwargs["then"] = nap
        return function(**kwargs)

    return call


async def bad_default():
    with_default(target)  # missing: AF101


async def bad_update():
    with_update(target)  # missing: AF101


async def bad_item():
    with_item(target, first=glance)  # expect: AF101


async def ok_look():
    with_look(target, first=glance)


async def bad_look():
    with_look(target, first=nap)  # expect: AF101


async def ok_later():
    later(target, first=glance)()


async def bad_later():
    later(target, then=nap)()  # expect: AF101


async def bad_later_changed():
    later_changed(target, first=glance)()  # missing: AF101


async def bad_given_and_changed():
    with_item(target, first=nap)  # expect: AF101
    with_update(target, first=nap)  # missing: AF101
    with_default(target, first=nap)  # missing: AF101
