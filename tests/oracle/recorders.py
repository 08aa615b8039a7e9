"""Recorders for the standard library's blocking primitives: they note the call and return at once."""

from __future__ import annotations

import builtins
import io
import os
import pathlib
import queue
import shutil
import socket
import sqlite3
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from types import FrameType
from typing import Any


class Recorder:
    """Hands each call of a primitive on to `record`, with the caller's frame; `owns` tells a case's own files."""

    def __init__(self, record: Callable[[FrameType | None], None], owns: Callable[[str], bool]) -> None:
        self.record = record
        self.owns = owns

    def guard(self, original: Any, stand_in: Any) -> Callable[..., Any]:
        """The stand-in for callers in the case, the original for the standard library's own use."""

        def guarded(*args: Any, **kwargs: Any) -> Any:
            frame = sys._getframe(1)
            chosen = stand_in if self.owns(frame.f_code.co_filename) else original
            return chosen(*args, **kwargs)

        return guarded

    def note(self) -> None:
        """The primitive that calls this was entered."""
        self.record(sys._getframe(2))

    def returning(self, make: Callable[[], Any], exempt: Callable[..., bool] | None = None) -> Callable[..., Any]:
        """A stand-in that is recorded, but where its arguments exempt it."""

        def stand_in(*args: Any, **kwargs: Any) -> Any:
            if exempt is None or not exempt(*args, **kwargs):
                self.record(sys._getframe(2))
            return make()

        return stand_in


class RecordedFile(io.StringIO):
    """A file object that notes reads and writes."""

    recorder: Recorder

    def read(self, *args: Any) -> str:
        self.recorder.note()
        return super().read(*args)

    def readline(self, *args: Any) -> str:
        self.recorder.note()
        return super().readline(*args)

    def readlines(self, *args: Any) -> list[str]:
        self.recorder.note()
        return ["a\n"]

    def write(self, text: str) -> int:
        self.recorder.note()
        return len(text)

    def __next__(self) -> str:
        self.recorder.note()
        return super().__next__()


class RecordedLock:
    """A lock that is never held by anybody else."""

    recorder: Recorder

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if blocking and timeout != 0:
            self.recorder.note()
        return True

    def release(self) -> None:
        return None

    def __enter__(self) -> bool:
        self.recorder.note()
        return True

    def __exit__(self, *_: object) -> None:
        return None


class RecordedPopen:
    """A child process that has ended already."""

    recorder: Recorder
    returncode = 0
    stdout = None

    def __init__(self, *_: Any, **__: Any) -> None:
        self.recorder.note()

    def wait(self, timeout: float | None = None) -> int:
        self.recorder.note()
        return 0

    def communicate(self, *_: Any, **__: Any) -> tuple[str, str]:
        self.recorder.note()
        return "", ""

    def poll(self) -> int:
        return 0


class RecordedSocket:
    """A connected socket; once it is set to non-blocking it blocks no more."""

    recorder: Recorder

    def __init__(self, *_: Any, **__: Any) -> None:
        self._blocking = True

    def setblocking(self, flag: bool) -> None:
        self._blocking = flag

    def settimeout(self, seconds: float | None) -> None:
        self._blocking = seconds != 0

    def connect(self, _address: Any) -> None:
        if self._blocking:
            self.recorder.note()

    def recv(self, _size: int) -> bytes:
        if self._blocking:
            self.recorder.note()
        return b""

    def sendall(self, _data: bytes) -> None:
        if self._blocking:
            self.recorder.note()

    def close(self) -> None:
        return None


def _file(recorder: Recorder) -> Callable[[], RecordedFile]:
    kind = type("RecordedFile", (RecordedFile,), {"recorder": recorder})
    return lambda: kind("a\nb\n")


def _queue_get(recorder: Recorder) -> Callable[..., Any]:
    def get(_self: Any, block: bool = True, timeout: float | None = None) -> int:
        if block and timeout != 0:
            recorder.record(sys._getframe(2))
        return 1

    return get


def _queue_put(recorder: Recorder) -> Callable[..., None]:
    def put(self: Any, _item: Any, block: bool = True, timeout: float | None = None) -> None:
        if block and timeout != 0 and self.maxsize > 0:
            recorder.record(sys._getframe(2))

    return put


def _future_result(recorder: Recorder) -> Callable[..., Any]:
    def result(self: Future[Any], timeout: float | None = None) -> int:
        if timeout != 0 and not getattr(self, "asked_done", False):
            recorder.record(sys._getframe(2))
        return 1

    return result


@contextmanager
def patched(recorder: Recorder) -> Iterator[None]:
    """The primitives are recorders inside the block."""
    recorded: Callable[[type], type] = lambda kind: type(kind.__name__, (kind,), {"recorder": recorder})  # noqa: E731
    nothing = recorder.returning
    completed = subprocess.CompletedProcess([], 0, "", "")
    file = _file(recorder)
    stand_ins: list[tuple[Any, str, Any]] = [
        (time, "sleep", _sleep(recorder)),
        (builtins, "open", nothing(file)),
        (io, "open", nothing(file)),
        (builtins, "input", nothing(str)),
        (subprocess, "run", nothing(lambda: completed)),
        (subprocess, "call", nothing(int)),
        (subprocess, "check_call", nothing(int)),
        (subprocess, "check_output", nothing(bytes)),
        (subprocess, "Popen", recorded(RecordedPopen)),
        (os, "system", nothing(int)),
        (os, "listdir", nothing(list)),
        (shutil, "rmtree", nothing(lambda: None)),
        (shutil, "copy", nothing(str)),
        (shutil, "copyfile", nothing(str)),
        (shutil, "which", nothing(str)),
        (socket, "getaddrinfo", nothing(list)),
        (socket, "gethostbyname", nothing(str)),
        (socket, "getfqdn", nothing(str)),
        (socket, "create_connection", nothing(recorded(RecordedSocket))),
        (socket, "socket", recorded(RecordedSocket)),
        (ssl, "create_default_context", nothing(object)),
        (urllib.request, "urlopen", nothing(file)),
        (threading, "Lock", recorded(RecordedLock)),
        (threading, "RLock", recorded(RecordedLock)),
        (threading.Event, "wait", nothing(bool)),
        (threading.Thread, "join", nothing(lambda: None)),
        (queue.Queue, "get", _queue_get(recorder)),
        (queue.Queue, "put", _queue_put(recorder)),
        (Future, "result", _future_result(recorder)),
        (sqlite3, "connect", nothing(lambda: _Connection(recorder))),
        (pathlib.Path, "read_text", nothing(str)),
        (pathlib.Path, "read_bytes", nothing(bytes)),
        (pathlib.Path, "write_text", nothing(int)),
        (pathlib.Path, "open", nothing(file)),
        (pathlib.Path, "mkdir", nothing(lambda: None)),
        (pathlib.Path, "unlink", nothing(lambda: None)),
    ]
    with _stack(recorder, stand_ins):
        yield


def _sleep(recorder: Recorder) -> Callable[[float], None]:
    def sleep(seconds: float) -> None:
        if seconds:
            recorder.record(sys._getframe(2))

    return sleep


class _Connection:
    """A database connection whose every statement is noted."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def execute(self, *_: Any) -> _Connection:
        self._recorder.record(sys._getframe(1))
        return self

    def cursor(self) -> _Connection:
        return self

    def commit(self) -> None:
        self._recorder.record(sys._getframe(1))

    def fetchone(self) -> tuple[int]:
        self._recorder.record(sys._getframe(1))
        return (1,)

    fetchall = fetchone

    def close(self) -> None:
        return None


@contextmanager
def _stack(recorder: Recorder, stand_ins: list[tuple[Any, str, Any]]) -> Iterator[None]:
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in stand_ins]
    for owner, name, original in originals:
        stand_in = next(candidate for known, key, candidate in stand_ins if known is owner and key == name)
        setattr(owner, name, recorder.guard(original, stand_in))
    try:
        yield
    finally:
        for owner, name, original in originals:
            setattr(owner, name, original)
