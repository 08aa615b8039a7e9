"""Generic functions: the implementation that the class of the first argument picks."""
import asyncio
import time
from functools import singledispatch, singledispatchmethod


class Event:
    pass


class Saved(Event):
    pass


class Copied(Saved):
    pass


class Removed(Event):
    pass


@singledispatch
def handle(event):
    return None


@handle.register
def _(event: Saved):
    time.sleep(0.01)


@handle.register(Removed)
@handle.register(int)
def _removed(event):
    return event


async def ok_others():
    handle(Removed())
    handle(3)
    handle("text")


async def bad_saved():
    handle(Saved())  # expect: AF101


async def bad_nearest():
    handle(Copied())  # expect: AF101


def forward(event):
    return handle(event)


async def ok_forwarded():
    forward(Removed())


async def bad_forwarded():
    forward(Saved())  # expect: AF101


async def ok_each():
    for event in [Removed(), 3]:
        handle(event)


async def bad_each():
    for event in [Removed(), Saved()]:
        handle(event)  # expect: AF101


@singledispatch
def store(item):
    time.sleep(0.01)


@store.register(str)
@store.register(bytes)
def store_text(item):
    return item


async def ok_texts():
    store("a")
    store(b"a")


async def bad_default():
    store(4)  # expect: AF101


class Desk:
    @singledispatchmethod
    def on(self, event):
        raise NotImplementedError

    @on.register
    def _on_saved(self, event: Saved):
        return self.note(event)

    @on.register
    def _on_removed(self, event: Removed):
        time.sleep(0.01)

    def note(self, event):
        return event

    def each(self, events):
        for event in events:
            self.on(event)


async def ok_method():
    Desk().on(Saved())
    Desk().each([Copied()])


async def bad_method():
    Desk().on(Removed())  # expect: AF101


async def bad_method_for_each():
    Desk().each([Saved(), Removed()])  # expect: AF101


@singledispatch
def run(job):
    return None


@run.register
def _run_event(job: Event):
    job.work()


class Slow(Event):
    def work(self):
        time.sleep(0.01)


class Quick(Event):
    def work(self):
        return 1


async def ok_quick():
    run(Quick())


async def bad_slow():
    run(Slow())  # expect: AF101


@singledispatch
async def serve(request):
    return None


@serve.register
async def _serve_saved(request: Saved):
    time.sleep(0.01)  # expect: AF101


async def bad_coroutine():
    await serve(Saved())
