"""Decorators that make a coroutine function of a plain one: each knows what its own use of the decorator said."""

import asyncio
import functools
import time


def task(in_thread=False):
    def decorate(function):
        @functools.wraps(function)
        async def run(*args):
            if in_thread:
                return await asyncio.to_thread(function, *args)
            return function(*args)  # expect: AF101

        return run

    return decorate


@task()
def parse():
    time.sleep(0.01)


@task(in_thread=True)
def download():
    open(__file__).close()


class App:
    def task(self, *, in_thread=False):
        def decorate(function):
            async def run():
                if not in_thread:
                    return function()  # expect: AF101
                return await asyncio.to_thread(function)

            return run

        return decorate


app = App()


@app.task()
def check():
    time.sleep(0.01)


@app.task(in_thread=True)
def fetch():
    open(__file__).close()


def job(function=None, *, in_thread=False):
    def decorate(wrapped):
        async def run():
            return await asyncio.to_thread(wrapped) if in_thread else wrapped()  # expect: AF101

        return run

    return decorate(function) if function is not None else decorate


@job
def bare():
    time.sleep(0.01)


@job(in_thread=True)
def with_option():
    open(__file__).close()


async def bad():
    await parse()
    await check()
    await bare()


async def ok():
    await download()
    await fetch()
    await with_option()


async def bad_all():
    await bad()
    await ok()
