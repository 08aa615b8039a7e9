"""An exit stack enters what it is given, in the coroutine that owns it."""
import time
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager


@contextmanager
def quick():
    yield


@asynccontextmanager
async def patient():
    yield


class Lease:
    def __enter__(self):
        time.sleep(0.01)
        return self

    def __exit__(self, *exc):
        pass


class Service:
    def __init__(self):
        self._stack = AsyncExitStack()

    async def open(self):
        self._stack.enter_context(Lease())  # expect: AF101

    async def close(self):
        await self._stack.aclose()


async def bad_kept_on_self():
    service = Service()
    await service.open()
    await service.close()


async def ok_nothing_that_waits():
    async with AsyncExitStack() as stack:
        stack.enter_context(quick())
        await stack.enter_async_context(patient())
        stack.callback(print, "done")


async def ok_never_entered():
    with ExitStack():
        quick()
