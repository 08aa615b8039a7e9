"""The offloads of anyio, starlette and asgiref."""
import time

import anyio
import anyio.to_thread
from asgiref.sync import sync_to_async
from starlette.concurrency import run_in_threadpool


def slow():
    time.sleep(1)


@sync_to_async
def decorated():
    time.sleep(1)


async def ok_anyio():
    await anyio.to_thread.run_sync(slow)


async def ok_starlette():
    await run_in_threadpool(slow)


async def ok_asgiref():
    await sync_to_async(slow)()
    await decorated()
