"""The runtime oracle: runs a case in a real event loop, with recorders in place of what blocks."""

from __future__ import annotations

import asyncio
import importlib
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, ModuleType
from typing import TYPE_CHECKING, Any

from oracle.recorders import Recorder, patched

if TYPE_CHECKING:
    from cases import Case

FAKES = Path(__file__).parent / "fakes"
_TIMEOUT = 5.0


def observe(case: Case) -> list[tuple[tuple[str, int], ...]]:
    """For each time that the loop's thread entered a primitive: the case's own lines on its stack."""
    stacks: list[tuple[tuple[str, int], ...]] = []
    loop_thread = threading.get_ident()

    def record(frame: FrameType | None) -> None:
        if threading.get_ident() == loop_thread and on_loop():
            stacks.append(tuple(own_lines(frame, case.folder)))

    with staged(case, record) as entries:
        for entry in entries:
            asyncio.run(run(entry))
    return stacks


@contextmanager
def staged(case: Case, record: Callable[[FrameType | None], None]) -> Iterator[list[Any]]:
    """The coroutine functions of a case, imported where it may write, with recorders in place of what blocks."""
    own = (f"{case.folder}/", f"{FAKES}/")
    with (
        _importable(case.folder),
        _in_a_folder_of_its_own(),
        patched(Recorder(record, lambda name: name.startswith(own))),
    ):
        yield _entries_of(importlib.import_module("main"))


def _entries_of(module: ModuleType) -> list[Any]:
    """The coroutine functions of a case that are run."""
    entries = getattr(module, "ORACLE", None) or [
        value
        for name, value in vars(module).items()
        if name.startswith(("bad_", "ok_")) and asyncio.iscoroutinefunction(value)
    ]
    assert entries, "the case has nothing to run: bad_* and ok_* coroutines, or a list ORACLE"
    return entries


async def run(entry: Any) -> None:
    try:
        await asyncio.wait_for(entry(), _TIMEOUT)
    except Exception as error:
        if isinstance(error, (NameError, AttributeError, TypeError, asyncio.TimeoutError)):
            raise
    await asyncio.sleep(0)
    await asyncio.sleep(0.005)


def on_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def own_lines(frame: FrameType | None, folder: Path) -> Iterator[tuple[str, int]]:
    root = f"{folder}/"
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(root):
            yield name[len(root) :], frame.f_lineno
        frame = frame.f_back


@contextmanager
def _in_a_folder_of_its_own() -> Iterator[None]:
    """What a case writes by a relative path is gone with it."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """The case's modules and the fakes are importable meanwhile, and forgotten afterwards.

    What the fakes stand in for is out of the way, if another test has imported it.
    """
    faked = {path.stem for path in FAKES.iterdir()}
    real = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in faked}
    for name in real:
        del sys.modules[name]
    before = set(sys.modules)
    path = list(sys.path)
    sys.path[:0] = [str(folder), str(FAKES)]
    dont_write = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:] = path
        sys.dont_write_bytecode = dont_write
        own = (f"{folder}/", f"{FAKES}/")
        for name in set(sys.modules) - before:
            file = getattr(sys.modules[name], "__file__", None) or ""
            if file.startswith(own) or not file:
                del sys.modules[name]
        sys.modules.update(real)
