"""What is awaited of a library's offload is what the function gives."""
from pathlib import Path

import anyio.to_thread
from starlette.concurrency import run_in_threadpool

NO_ORACLE = "needs the libraries"


def folder() -> Path:
    return Path("a")


def count(path):
    return len(list(path.iterdir()))


async def bad_result():
    found = await anyio.to_thread.run_sync(folder)
    found.is_file()  # expect: AF105
    (await run_in_threadpool(folder)).mkdir()  # expect: AF105


async def ok_result():
    found = await anyio.to_thread.run_sync(folder)
    found.with_suffix(".a")
    return await anyio.to_thread.run_sync(count, found)
