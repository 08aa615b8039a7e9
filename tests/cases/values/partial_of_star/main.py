"""Partials that are made of arguments of which nobody knows how many there are."""
import functools
import time


def run(action, *arguments):
    return action(*arguments)


def both(first, second):
    first()
    second()


def later(action, *arguments, **options):
    return functools.partial(action, *arguments, **options)


def pause():
    time.sleep(0.01)


def skip():
    return 1


async def bad_given():
    later(run, time.sleep)(0.01)  # expect: AF101


async def bad_first():
    later(both, pause)(skip)  # expect: AF101


async def bad_second():
    later(both, skip)(pause)  # expect: AF101


async def bad_listed():
    functools.partial(both, *[pause])(skip)  # expect: AF101


async def bad_by_keyword():
    later(both, second=pause)(skip)  # expect: AF101


async def ok_quick():
    later(both, skip)(skip)
