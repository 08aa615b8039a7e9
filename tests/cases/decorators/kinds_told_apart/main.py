"""A decorator that wraps each kind of function its own way: a wrapper is only ever one of functions of that kind."""
import asyncio
import functools
import inspect
import time


def trace(function=None, name=None):
    def decorator(given):
        is_static = isinstance(given, staticmethod)
        original = given.__func__ if is_static else given
        if inspect.isgeneratorfunction(original) or inspect.isasyncgenfunction(original):
            wrapped = _wrap_generator(original)
        else:
            wrapped = _wrap_function(original, name)
        return staticmethod(wrapped) if is_static else wrapped

    return decorator(function) if function else decorator


def _wrap_function(function, name):
    if inspect.iscoroutinefunction(function):

        async def wrapper(*args, **kwargs):
            return await function(*args, **kwargs)

    else:

        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)

    return functools.wraps(function)(wrapper)


def _wrap_generator(function):
    if inspect.isgeneratorfunction(function):

        def wrapper(*args, **kwargs):
            yield from function(*args, **kwargs)

    else:

        async def wrapper(*args, **kwargs):
            async for item in function(*args, **kwargs):
                yield item

    return functools.wraps(function)(wrapper)


class Method:
    """A descriptor: what it gives for an object is a closure, of a kind that it has asked about."""

    def __init__(self, function):
        self.function = function

    def __get__(self, owner, _=None):
        if inspect.iscoroutinefunction(self.function):

            async def method(*args):
                return await self.function(owner, *args)

        else:

            def method(*args):
                return self.function(owner, *args)

        return method


class Service:
    @Method
    def predict(self):
        time.sleep(0.01)

    @Method
    async def answer(self):
        time.sleep(0.01)  # expect: AF101


class Tool:
    def invoke(self):
        time.sleep(0.01)

    @trace
    def rows(self):
        time.sleep(0.01)
        yield 1

    @trace(name="pages")
    async def pages(self):
        time.sleep(0.01)  # expect: AF101
        yield 1

    @trace()
    async def load(self):
        time.sleep(0.01)  # expect: AF101

    @trace
    @staticmethod
    def reset():
        time.sleep(0.01)


class Runner:
    """Hands over methods, which nothing but their own wrappers may be taken to call."""

    def __init__(self, tool):
        self.tool = tool

    def run(self):
        invoke = trace(self.tool.invoke)
        return invoke()


@trace(name="chunks")
async def chunks():
    yield b""


async def bad_load():
    await Tool().load()


async def bad_pages():
    async for _ in Tool().pages():
        pass


async def bad_rows():
    for _ in Tool().rows():  # expect: AF101
        pass


async def bad_reset():
    Tool().reset()  # expect: AF101


async def bad_answer():
    await Service().answer()


async def bad_predict():
    Service().predict()  # expect: AF101


async def ok_chunks():
    async for _ in chunks():
        pass


async def ok_off_the_loop():
    await asyncio.to_thread(Runner(Tool()).run)
    await asyncio.to_thread(Service().predict)
