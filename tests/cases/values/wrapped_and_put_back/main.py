"""An attribute is kept, and what wraps it takes its place: what was kept is what was there before."""
import asyncio
import time


class Context:
    def __init__(self):
        self.beat = self._beat
        self.flush = self._flush

    def _beat(self):
        pass

    def _flush(self):
        time.sleep(0.01)


def run(context):
    context.beat()


async def ok_beat_from_a_thread():
    context = Context()
    loop = asyncio.get_running_loop()
    original = context.beat

    async def later():
        original()

    context.beat = lambda: asyncio.run_coroutine_threadsafe(later(), loop).result(1)
    await asyncio.to_thread(run, context)


async def bad_flush_from_a_thread():
    context = Context()
    loop = asyncio.get_running_loop()
    original = context.flush

    async def later():
        original()  # expect: AF101

    def flush():
        asyncio.run_coroutine_threadsafe(later(), loop).result(1)

    context.flush = flush
    await asyncio.to_thread(lambda: context.flush())


class Client:
    def __init__(self):
        self.get = self.fetch

    async def fetch(self):
        time.sleep(0.01)  # expect: AF101


def instrumented(client):
    original = client.get

    async def get():
        return await original()

    client.get = get
    return client


async def bad_instrumented():
    await instrumented(Client()).get()


class Texts:
    def __str__(self):
        time.sleep(0.01)
        return "texts"


async def ok_text_of_a_class():
    found = {"a": Texts()}
    for name, value in found.items():
        if name:
            f"{name} is of {type(value)} or {value.__class__}"


async def bad_text_of_an_object():
    found = {"a": Texts()}
    for value in found.values():
        f"{value} is of {type(value)}"  # expect: AF101
