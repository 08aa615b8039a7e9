"""Arguments that a test before the call has found to be something: a helper that waits without them does not."""

import time

NO_ORACLE = "the parameters are given by others"


def ask(name=None):
    if name is None:
        time.sleep(1)
    return name


def greet(name=None):
    return ask(name)


def fill(text=""):
    if not text:
        time.sleep(1)
    return text


def keep(text=""):
    if text:
        time.sleep(1)
    return text


async def ok_tested(name):
    if name:
        ask(name)


async def ok_not_none(name):
    if name is not None:
        ask(name)


async def ok_returned_before(name):
    if name is None:
        return
    ask(name)
    greet(name)


async def ok_of_a_class(name):
    if isinstance(name, str):
        ask(name)


async def ok_true(text):
    if text:
        fill(text)


async def bad_not_none_may_be_empty(text):
    if text is not None:
        fill(text)  # expect: AF101


async def bad_true(text):
    if text:
        keep(text)  # expect: AF101


async def bad_untested(name):
    ask(name)  # expect: AF101
    greet(name)  # expect: AF101


async def bad_another(name, other):
    if other:
        ask(name)  # expect: AF101


async def bad_after_the_test(name):
    if name:
        time.monotonic()
    ask(name)  # expect: AF101


async def bad_rebound(name, given):
    if name:
        name = given
        ask(name)  # expect: AF101


async def bad_not_given():
    ask()  # expect: AF101


def from_a_helper(name):
    if name is not None:
        greet(name)


async def ok_from_a_helper(name):
    from_a_helper(name)
