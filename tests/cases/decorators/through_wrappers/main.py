"""What a decorated coroutine function gets is what its wrapper hands on."""
import asyncio
import functools
import time


def slow():
    time.sleep(1)


def quick():
    return 1


def plain(function):
    async def wrapper(*arguments, **keywords):
        return await function(*arguments, **keywords)

    return wrapper


def named(name):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*arguments):
            return await function(*arguments)

        return wrapper

    return decorate


class Timed:
    def __init__(self, name):
        self.name = name

    def __call__(self, function):
        if asyncio.iscoroutinefunction(function):

            async def wrapper(*arguments, **keywords):
                return await function(*arguments, **keywords)

        else:

            def wrapper(*arguments, **keywords):
                return function(*arguments, **keywords)

        return wrapper


class Counted:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *arguments, **keywords):
        self.calls += 1
        return self.function(*arguments, **keywords)


def with_more(function):
    async def wrapper(work):
        return await function("a name", work)

    return wrapper


@plain
async def by_closure(jobs):
    for job in jobs:
        job()  # expect: AF101


@plain
async def by_closure_quick(jobs):
    for job in jobs:
        job()


@named("x")
async def by_option(jobs):
    jobs[0]()  # expect: AF101


@Timed("x")
async def by_object(jobs):
    jobs[0]()  # expect: AF101


@Counted
async def kept(*, job):
    job()  # expect: AF101


@named("x")
@plain
async def twice(job):
    job()  # expect: AF101


@with_more
async def moved(name, job):
    job()  # expect: AF101


class Agent:
    @Timed("x")
    async def gather(self, job):
        job()  # expect: AF101

    @plain
    async def gather_quick(self, job):
        job()


async def bad_all():
    await by_closure([slow])
    await by_option([slow])
    await by_object([slow])
    await kept(job=slow)
    await twice(slow)
    await moved(slow)
    await Agent().gather(slow)


async def ok_all():
    await by_closure_quick([quick])
    await Agent().gather_quick(quick)
