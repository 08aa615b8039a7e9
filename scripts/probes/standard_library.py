"""The standard library: asyncio, threads, processes, and what calls its argument at once."""

from __future__ import annotations

import _thread
import asyncio
import bisect
import contextlib
import contextvars
import functools
import heapq
import json
import logging
import multiprocessing
import multiprocessing.pool
import os
import re
import signal
import socket
import tempfile
import threading
import types
from collections.abc import Generator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

from harness import Maker, last, note, proves

REQUIRES = ()
LOOP_CLASSES = "asyncio.{AbstractEventLoop,BaseEventLoop}"


@proves("asyncio.to_thread(func=)", "asyncio.threads.to_thread(func=)")
async def to_thread(make: Maker, _name: str) -> None:
    await asyncio.to_thread(make())


@proves(f"{LOOP_CLASSES}.run_in_executor(func=)")
async def run_in_executor(make: Maker, _name: str) -> None:
    await asyncio.get_running_loop().run_in_executor(None, make())


@proves("concurrent.futures.{Executor,ThreadPoolExecutor}.submit(0)")
async def submit(make: Maker, _name: str) -> None:
    with ThreadPoolExecutor() as pool:
        pool.submit(make())


@proves("concurrent.futures.ProcessPoolExecutor.submit(0)")
async def submit_to_process(_make: Maker, _name: str) -> None:
    with ProcessPoolExecutor(1) as pool:
        pool.submit(note)


@proves("threading.Thread(target=)")
async def thread(make: Maker, _name: str) -> None:
    started = threading.Thread(target=make())
    started.start()
    started.join()


@proves("multiprocessing.Process(target=)")
async def process(_make: Maker, _name: str) -> None:
    started = multiprocessing.Process(target=note)
    started.start()
    started.join()


@proves("_thread.start_new_thread(function=)")
async def start_new_thread(make: Maker, _name: str) -> None:
    _thread.start_new_thread(make(), ())
    await asyncio.sleep(0.2)


@proves("threading.Timer(function=)")
async def timer(make: Maker, _name: str) -> None:
    started = threading.Timer(0.01, make())
    started.start()
    started.join()


@proves("multiprocessing.pool.Pool.{apply_async,map_async,starmap_async,imap,imap_unordered}(func=)")
async def pool(_make: Maker, name: str) -> None:
    with multiprocessing.pool.Pool(1) as workers:
        given = ((),) if last(name) == "apply_async" else ([(1,)],)
        handed = getattr(workers, last(name))(note, *given)
        handed.get(10) if hasattr(handed, "get") else list(handed)


@proves("builtins.{sorted,min,max}(key=)")
async def by_key(make: Maker, name: str) -> None:
    {"sorted": sorted, "min": min, "max": max}[last(name)]([1, 2], key=make(result=1))


@proves("builtins.list.sort(key=)")
async def sort(make: Maker, _name: str) -> None:
    [1, 2].sort(key=make(result=1))


@proves("heapq.{nlargest,nsmallest}(key=)", "_bisect.{bisect_left,bisect_right,insort_left,insort_right}(key=)")
async def by_key_in_order(make: Maker, name: str) -> None:
    if name.startswith("heapq"):
        getattr(heapq, last(name))(1, [1, 2], key=make(result=1))
    else:
        getattr(bisect, last(name))([1, 2], 1, key=make(result=1))


@proves("logging.Logger.addHandler(hdlr=)", "logging.basicConfig(handlers=)")
@proves("logging.Filterer.addFilter(filter=)", "logging.Handler.setFormatter(fmt=)")
async def logged(make: Maker, name: str) -> None:
    method, result = {"addFilter": ("filter", True), "setFormatter": ("format", "done")}.get(last(name), ("emit", None))
    base = {"filter": logging.Filter, "format": logging.Formatter, "emit": logging.Handler}[method]
    probe = type("Probe", (base,), {method: make("self, record", result)})()
    logger = logging.getLogger() if last(name) == "basicConfig" else logging.getLogger("probe")
    handler = probe if method == "emit" else logging.StreamHandler()
    if last(name) == "basicConfig":
        logging.basicConfig(handlers=[probe])
    elif method == "filter":
        handler.addFilter(probe)
    elif method == "format":
        handler.setFormatter(probe)
    if last(name) != "basicConfig":
        logger.addHandler(handler)
    logger.warning("hello")


@proves("functools.reduce(0)")
async def reduce(make: Maker, _name: str) -> None:
    functools.reduce(make(), [1, 2])


@proves("re.{sub,subn}(repl=)")
async def sub(make: Maker, name: str) -> None:
    getattr(re, last(name))("a", make(result=""), "a")


@proves("re.Pattern.{sub,subn}(repl=)")
async def sub_of_pattern(make: Maker, name: str) -> None:
    getattr(re.compile("a"), last(name))(make(result=""), "a")


@proves("json.dumps(default=)")
async def dumps(make: Maker, _name: str) -> None:
    json.dumps({1j}, default=make())


@proves("json.loads(object_hook=)")
async def loads(make: Maker, _name: str) -> None:
    json.loads("{}", object_hook=make())


@proves("{contextvars,_contextvars}.Context.run(0)")
async def context_run(make: Maker, _name: str) -> None:
    contextvars.copy_context().run(make())


@proves("contextlib._BaseExitStack.callback(0)")
async def callback(make: Maker, _name: str) -> None:
    with contextlib.ExitStack() as stack:
        stack.callback(make())


@proves("contextlib._BaseExitStack.push(0)")
async def push(make: Maker, _name: str) -> None:
    with contextlib.ExitStack() as stack:
        stack.push(make("*details"))


@proves("@types.coroutine")
async def generator_coroutine(make: Maker, _name: str) -> None:
    called = make()

    @types.coroutine
    def driven() -> Generator[None, None, None]:
        called()
        yield

    await driven()


@proves("asyncio.Condition.wait_for(predicate=)")
async def condition(make: Maker, _name: str) -> None:
    condition = asyncio.Condition()
    async with condition:
        await condition.wait_for(make(result=True))


@proves(f"{LOOP_CLASSES}.{{call_soon,call_soon_threadsafe}}(callback=)")
async def soon(make: Maker, name: str) -> None:
    getattr(asyncio.get_running_loop(), last(name))(make())
    await asyncio.sleep(0.01)


@proves(f"{LOOP_CLASSES}.{{call_later,call_at}}(callback=)")
async def later(make: Maker, name: str) -> None:
    loop = asyncio.get_running_loop()
    getattr(loop, last(name))(loop.time() if last(name) == "call_at" else 0, make())
    await asyncio.sleep(0.01)


@proves(f"{LOOP_CLASSES}.{{add_reader,add_writer}}(callback=)")
async def ready(make: Maker, name: str) -> None:
    near, far = socket.socketpair()
    near.setblocking(False)
    far.send(b"x")
    getattr(asyncio.get_running_loop(), last(name))(near, make())
    await asyncio.sleep(0.01)


@proves(f"{LOOP_CLASSES}.add_signal_handler(callback=)")
async def signalled(make: Maker, _name: str) -> None:
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, make())
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0.05)


@proves("signal.signal(handler=)")
async def signalled_without_loop(make: Maker, _name: str) -> None:
    before = signal.signal(signal.SIGUSR2, make())
    try:
        signal.raise_signal(signal.SIGUSR2)
        await asyncio.sleep(0.05)
    finally:
        signal.signal(signal.SIGUSR2, before)


@proves("asyncio.Future.add_done_callback(0)", "asyncio.Task.add_done_callback(0)")
async def done(make: Maker, name: str) -> None:
    loop = asyncio.get_running_loop()
    future = loop.create_future() if "Future" in name else loop.create_task(asyncio.sleep(0))
    future.add_done_callback(make())
    if "Future" in name:
        future.set_result(None)
    await asyncio.sleep(0.01)


@proves(f"{LOOP_CLASSES}.set_exception_handler(handler=)")
async def exception_handler(make: Maker, _name: str) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(make())
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.01)


class Quiet(asyncio.Protocol):
    """A protocol that does nothing."""

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Take what a process writes."""

    def process_exited(self) -> None:
        """Take its end."""

    def pipe_connection_lost(self, fd: int, exc: object) -> None:
        """Take its silence."""


async def talked(protocol_factory: object, how: str = "create_server") -> None:
    """Have a loop make a protocol and talk to it, over each kind of connection."""
    loop = asyncio.get_running_loop()
    path = str(Path(tempfile.mkdtemp()) / "socket")
    if how == "subprocess_exec":
        transport, _ = await loop.subprocess_exec(protocol_factory, "echo", "hello")
    elif how == "create_datagram_endpoint":
        transport, _ = await loop.create_datagram_endpoint(protocol_factory, local_addr=("127.0.0.1", 0))
        transport.sendto(b"hello", transport.get_extra_info("sockname"))
    else:
        unix, client = "unix" in how, "connection" in how
        served = Quiet if client else protocol_factory
        called = protocol_factory if client else Quiet
        if unix:
            server = await loop.create_unix_server(served, path)
            transport, _ = await loop.create_unix_connection(called, path)
        else:
            server = await loop.create_server(served, "127.0.0.1", 0)
            transport, _ = await loop.create_connection(called, *server.sockets[0].getsockname())
        transport.write(b"hello")
        transport.write_eof()
        await asyncio.sleep(0.05)
        server.close()
    await asyncio.sleep(0.05)
    transport.close()
    await asyncio.sleep(0.01)


@proves(
    "asyncio.AbstractEventLoop.{create_server,create_connection,create_datagram_endpoint,create_unix_server,"
    "create_unix_connection,subprocess_exec}(protocol_factory=)"
)
async def factory(make: Maker, name: str) -> None:
    await talked(make(result=Quiet()), last(name))


@proves("asyncio.AbstractEventLoop.{connect_read_pipe,connect_write_pipe,subprocess_shell}(protocol_factory=)")
@proves("asyncio.AbstractEventLoop.connect_accepted_socket(protocol_factory=)")
async def other_factory(make: Maker, name: str) -> None:
    loop = asyncio.get_running_loop()
    near, far = os.pipe()
    pair = socket.socketpair()[0]
    given = {
        "connect_read_pipe": os.fdopen(near, "rb"), "connect_write_pipe": os.fdopen(far, "wb"),
        "subprocess_shell": "true", "connect_accepted_socket": pair,
    }  # fmt: skip
    await getattr(loop, last(name))(make(result=Quiet()), given[last(name)])


@proves("asyncio.{AbstractEventLoop,BaseEventLoop}.set_task_factory(factory=)")
async def task_factory(make: Maker, _name: str) -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(make(result=loop.create_future()))
    with contextlib.suppress(AttributeError):  # a future has no name
        loop.create_task(asyncio.sleep(0))  # noqa: RUF006 (the probe makes no task)
    loop.set_task_factory(None)


@proves("asyncio.{,streams.}{start_server,start_unix_server}(client_connected_cb=)")
async def connected(make: Maker, name: str) -> None:
    if "unix" in name:
        path = str(Path(tempfile.mkdtemp()) / "socket")
        server = await asyncio.start_unix_server(make(), path)
        await asyncio.open_unix_connection(path)
    else:
        server = await asyncio.start_server(make(), "127.0.0.1", 0)
        await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.05)
    server.close()


@proves("asyncio.protocols.BaseProtocol.{connection_made,connection_lost}")
@proves("asyncio.protocols.Protocol.{data_received,eof_received}")
async def protocol(make: Maker, name: str) -> None:
    await talked(type("Probe", (asyncio.Protocol,), {last(name): make()}))


@proves("asyncio.protocols.BufferedProtocol.{get_buffer,buffer_updated,eof_received}")
async def buffered(make: Maker, name: str) -> None:
    members = {"get_buffer": lambda *_: bytearray(9), last(name): make(result=bytearray(9))}
    await talked(type("Probe", (asyncio.BufferedProtocol,), members))


@proves("asyncio.protocols.BaseProtocol.{pause_writing,resume_writing}")
async def writing(make: Maker, name: str) -> None:
    async def read(reader: asyncio.StreamReader, _writer: object) -> None:
        await asyncio.sleep(0.05)
        await reader.read()

    server = await asyncio.start_server(read, "127.0.0.1", 0)
    kind = type("Probe", (asyncio.Protocol,), {last(name): make()})
    transport, _ = await asyncio.get_running_loop().create_connection(kind, *server.sockets[0].getsockname())
    transport.set_write_buffer_limits(1000, 100)
    transport.write(b"x" * 20_000_000)
    await asyncio.sleep(0.5)
    server.close()


@proves("asyncio.protocols.DatagramProtocol.datagram_received")
async def datagram(make: Maker, name: str) -> None:
    await talked(type("Probe", (asyncio.DatagramProtocol,), {last(name): make()}), "create_datagram_endpoint")


@proves("asyncio.protocols.DatagramProtocol.error_received")
async def refused(make: Maker, name: str) -> None:
    unused = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    unused.bind(("127.0.0.1", 0))
    address = unused.getsockname()
    unused.close()
    kind = type("Probe", (asyncio.DatagramProtocol,), {last(name): make()})
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(kind, remote_addr=address)
    for _ in range(3):
        transport.sendto(b"hello")
        await asyncio.sleep(0.05)


@proves("asyncio.protocols.SubprocessProtocol.{pipe_data_received,pipe_connection_lost,process_exited}")
async def subprocess(make: Maker, name: str) -> None:
    await talked(type("Probe", (asyncio.SubprocessProtocol,), {last(name): make()}), "subprocess_exec")
