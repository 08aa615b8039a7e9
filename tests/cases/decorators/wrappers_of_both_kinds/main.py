"""A decorator that has a wrapper for coroutine functions and one for others, chosen in a way that is not seen through."""
import asyncio
import time


class Checker:
    def __init__(self):
        self.known = {}

    def is_async(self, function):
        if function not in self.known:
            self.known[function] = asyncio.iscoroutinefunction(function)
        return self.known[function]


checker = Checker()


def logged(function):
    def wrapper(*arguments, **keywords):
        time.sleep(1)
        return function(*arguments, **keywords)

    async def wrapper_async(*arguments, **keywords):
        await asyncio.sleep(0)
        return await function(*arguments, **keywords)

    is_coroutine = checker.is_async(function)
    return wrapper_async if is_coroutine else wrapper


class Api:
    @staticmethod
    @logged
    async def ask():
        return 1

    @staticmethod
    @logged
    def ask_at_once():
        return 1


def call(name):
    return getattr(Api, name)()


async def ok_coroutine():
    await Api.ask()
    await call("ask")


async def bad_plain():
    call("ask_at_once")  # expect: AF101
    Api.ask_at_once()  # expect: AF101
