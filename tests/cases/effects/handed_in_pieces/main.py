"""A parameter that is handed on as part of something else still decides what runs where that is used."""
import functools
import time
from contextlib import contextmanager


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


def ask(item, *rest, **named):
    return item.go()


def run(job):
    return job()


def each(jobs):
    for job in jobs:
        job.go()


def use(manager):
    with manager as item:
        item.go()


def first_of(pair):
    pair[0].go()


def named(table):
    table["item"].go()


class Holder:
    def __init__(self, item):
        self.item = item


def of_holder(holder):
    holder.item.go()


@contextmanager
def held(item):
    yield item


def by_partial(item):
    run(functools.partial(ask, item))


def by_keyword(item):
    run(functools.partial(ask, item=item))


def by_method(item):
    run(item.go)


def by_lambda(item):
    run(lambda: item.go())


def by_function(item):
    def inner():
        item.go()

    run(inner)


def by_list(item):
    each([item])


def by_generator(item):
    each(one for one in [item])


def by_tuple(item):
    first_of((item, 1))


def by_dict(item):
    named({"item": item})


def by_object(item):
    of_holder(Holder(item))


def by_manager(item):
    use(held(item))


async def bad_callables():
    by_partial(Loud())  # expect: AF101
    by_keyword(Loud())  # expect: AF101
    by_method(Loud())  # expect: AF101
    by_lambda(Loud())  # expect: AF101
    by_function(Loud())  # expect: AF101


async def bad_containers():
    by_list(Loud())  # expect: AF101
    by_generator(Loud())  # expect: AF101
    by_tuple(Loud())  # expect: AF101
    by_dict(Loud())  # expect: AF101


async def bad_objects():
    by_object(Loud())  # expect: AF101
    by_manager(Loud())  # expect: AF101


async def ok_callables():
    by_partial(Quiet())
    by_keyword(Quiet())
    by_method(Quiet())


async def ok_containers():
    by_list(Quiet())
    by_tuple(Quiet())
    by_dict(Quiet())


async def ok_objects():
    by_object(Quiet())
    by_manager(Quiet())
