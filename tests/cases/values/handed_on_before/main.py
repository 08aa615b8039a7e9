"""Containers that are handed on before anything is put into them, or filled by others."""
import asyncio
import time

ORACLE_FROM = (3, 11)  # before that, a decorator's line is the function's


def slow():
    time.sleep(0.01)


def quick():
    return 1


async def run_all(handlers):
    for handler in handlers:
        handler()  # expect: AF101


async def work(queue):
    job, arguments = await queue.get()
    job(*arguments)  # expect: AF101


class Hooks:
    def __init__(self, handlers):
        self.handlers = handlers

    async def fire(self):
        for handler in self.handlers:
            handler()  # expect: AF101


async def bad_filled_later():
    handlers = []
    running = run_all(handlers)
    handlers.append(slow)
    await running


async def bad_queued():
    queue = asyncio.Queue()
    task = asyncio.create_task(work(queue))
    await queue.put((slow, ()))
    await task


async def bad_kept():
    handlers = []
    hooks = Hooks(handlers)
    handlers.append(slow)
    await hooks.fire()


async def bad_registered_by_name():
    handlers = {}

    def register(name):
        def decorate(function):
            handlers[name] = function
            return function

        return decorate

    @register("slow")
    def handle():
        time.sleep(0.01)

    handlers["slow"]()  # expect: AF101
    return handle


def fill(handlers):
    handlers.append(slow)


def fill_quickly(handlers):
    handlers.append(quick)


async def bad_filled_by_another():
    handlers = []
    fill(handlers)
    for handler in handlers:
        handler()  # expect: AF101


async def ok_quick():
    handlers = []
    fill_quickly(handlers)
    handlers.append(quick)
    for handler in handlers:
        handler()
