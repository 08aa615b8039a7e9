"""Libraries that bring loops and threads together: anyio, trio, asgiref, uvloop and their kin."""

from __future__ import annotations

import asyncio
import signal
import socket
from typing import Any

import aiofiles.os
import anyio
import anyio.from_thread
import anyio.to_interpreter
import anyio.to_process
import asgiref.sync
import asyncer
import channels.db
import trio
import uvloop
from harness import THREAD, Maker, last, note, proves, read

REQUIRES = ("anyio", "trio", "asgiref", "channels", "django", "asyncer", "aiofiles", "uvloop")


@proves("anyio.to_thread.run_sync(func=)")
async def anyio_thread(make: Maker, _name: str) -> None:
    await anyio.to_thread.run_sync(make())


@proves("anyio.to_process.run_sync(func=)")
async def anyio_process(_make: Maker, _name: str) -> None:
    await anyio.to_process.run_sync(note)


read(
    THREAD, "anyio/to_interpreter.py:run_sync", "return await to_thread.run_sync(",
    "anyio.to_interpreter.run_sync(func=)",
)  # fmt: skip


@proves("anyio.from_thread.run_sync(func=)")
async def anyio_from_thread(make: Maker, _name: str) -> None:
    await anyio.to_thread.run_sync(anyio.from_thread.run_sync, make())


@proves("anyio.from_thread.BlockingPortal.{call,start_task_soon}(func=)")
def portal(make: Maker, name: str) -> None:
    with anyio.from_thread.start_blocking_portal() as portal:
        future = getattr(portal, last(name))(make())
        if future is not None:
            future.result(5)


@proves("trio.to_thread.run_sync(sync_fn=)")
def trio_thread(make: Maker, _name: str) -> None:
    trio.run(trio.to_thread.run_sync, make())


@proves("trio.from_thread.run_sync(fn=)")
def trio_from_thread(make: Maker, _name: str) -> None:
    trio.run(trio.to_thread.run_sync, trio.from_thread.run_sync, make())


@proves("trio.lowlevel.TrioToken.run_sync_soon(sync_fn=)")
def trio_soon(make: Maker, _name: str) -> None:
    async def use() -> None:
        trio.lowlevel.current_trio_token().run_sync_soon(make())
        await trio.sleep(0.05)

    trio.run(use)


@proves("asgiref.sync.{sync_to_async,SyncToAsync}(func=)")
async def sync_to_async(make: Maker, name: str) -> None:
    await getattr(asgiref.sync, last(name))(make())()


@proves("channels.db.database_sync_to_async(0)")
async def database_sync_to_async(make: Maker, _name: str) -> None:
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(DATABASES={})
        django.setup()
    await channels.db.database_sync_to_async(make())()


@proves("asyncer.asyncify(function=)")
async def asyncify(make: Maker, _name: str) -> None:
    await asyncer.asyncify(make())()


@proves("aiofiles.{os,ospath}.wrap(func=)")
async def wrap(make: Maker, name: str) -> None:
    await getattr(aiofiles, name.split(".")[1]).wrap(make())()


def on_uvloop(use: Any) -> None:
    """Run a coroutine function on uvloop's loop."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(use(runner.get_loop()))


@proves("uvloop.Loop.{call_soon,call_soon_threadsafe,call_later,call_at,add_reader,add_writer}(callback=)")
@proves("uvloop.Loop.{add_signal_handler}(callback=)", "uvloop.Loop.run_in_executor(func=)")
def loop(make: Maker, name: str) -> None:
    near, far = socket.socketpair()
    far.send(b"x")
    places = {
        "call_later": (0,), "call_at": (0,), "add_reader": (near,), "add_writer": (near,), "run_in_executor": (None,),
        "add_signal_handler": (signal.SIGUSR1,),
    }  # fmt: skip

    async def use(loop: asyncio.AbstractEventLoop) -> None:
        getattr(loop, last(name))(*places.get(last(name), ()), make())
        if last(name) == "add_signal_handler":
            signal.raise_signal(signal.SIGUSR1)
        await asyncio.sleep(0.1)

    on_uvloop(use)
