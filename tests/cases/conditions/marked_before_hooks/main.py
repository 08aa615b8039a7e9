"""Attributes of functions, set by decorators, decide what is handed to the loop and what to a thread."""

import asyncio
import inspect
import shutil
import time


def callback(func):
    func.is_callback = True
    return func


def job(every=1, *, threaded=False):
    def decorate(func):
        func.every = every
        func.threaded = threaded
        return func

    return decorate


def unmarked():
    time.sleep(0.01)


@callback
def marked():
    time.sleep(0.01)  # expect: AF101


class Registry:
    def on_stop(self):
        time.sleep(0.01)


@job(every=2, threaded=True)
def vacuum():
    shutil.rmtree("nowhere", ignore_errors=True)


@job(every=2)
def tidy():
    time.sleep(0.01)


class Bus:
    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.pending = []

    def run(self, target, *args):
        if inspect.iscoroutinefunction(target):
            self.loop.create_task(target(*args))
        elif getattr(target, "is_callback", False):
            self.loop.call_soon(target, *args)
        else:
            self.pending.append(self.loop.run_in_executor(None, target, *args))

    def launch(self, func):
        done = self.loop.create_future()
        if func.threaded:
            done = self.loop.run_in_executor(None, func)
        else:
            self.loop.call_soon(self._inline, func, done)
        self.pending.append(done)

    def _inline(self, func, done):
        done.set_result(func())  # expect: AF101

    async def drain(self):
        await asyncio.gather(*self.pending)


async def main():
    bus = Bus()
    bus.run(unmarked)
    bus.run(marked)
    bus.run(Registry().on_stop)
    for func in (vacuum, tidy):
        bus.launch(func)
    await bus.drain()


ORACLE = [main]
