"""Who shares the work of a run: processes of this machine, which end with it, or a cluster."""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from antifreeze.errors import UsageError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


@contextmanager
def workers(spec: str, jobs: int) -> Iterator[functools.partial[Executor | None]]:
    """A function that starts an executor when one is wanted; all are closed in the end."""
    with ExitStack() as stack:
        yield functools.partial(_started, spec, jobs, stack)


def _started(spec: str, jobs: int, stack: ExitStack) -> Executor | None:
    if spec:
        return _on_cluster(spec, stack)
    if jobs == 1:
        return None
    from concurrent.futures import ProcessPoolExecutor

    try:
        executor = ProcessPoolExecutor(jobs, initializer=_end_with_parent)
    except (OSError, ImportError, NotImplementedError):  # a system without what processes share
        return None
    workers = _Workers(executor)
    stack.push(workers.close)
    return workers


class _Workers(Executor):
    """Processes that an interruption of this one neither disturbs nor outlives."""

    def __init__(self, executor: ProcessPoolExecutor) -> None:
        self._executor = executor
        self._others = set(multiprocessing.active_children())

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand over some work; processes that are started for it inherit that they are not interrupted."""
        if not hasattr(signal, "pthread_sigmask"):  # not on every system
            return self._executor.submit(fn, *args, **kwargs)
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return self._executor.submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def close(self, kind: type[BaseException] | None, _value: object, _trace: object) -> None:
        """Let the processes go; who is in a hurry does not wait for what they are at."""
        if kind is not None:
            for process in set(multiprocessing.active_children()) - self._others:
                process.kill()
        self._executor.shutdown(wait=kind is None, cancel_futures=True)


def _end_with_parent() -> None:
    """Make a worker leave interruption to its parent, and end when that has ended, however that came about."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent.join,), daemon=True).start()


def _outlive(join: Callable[[], None]) -> None:
    join()
    os._exit(1)


def _on_cluster(spec: str, stack: ExitStack) -> Executor:
    """The executor of a Dask cluster; raises `UsageError` where there is none."""
    kind, _, address = spec.partition(":")
    if kind != "dask" or not address:
        raise UsageError(f"unknown executor: {spec}", hint="write dask:tcp://host:port")
    try:
        from distributed import Client  # type: ignore[import-not-found,unused-ignore]  # an extra
    except ImportError as error:
        raise UsageError("Dask is not installed", hint="pip install 'antifreeze[dask]'") from error
    try:
        client = stack.enter_context(Client(address, timeout=10, set_as_default=False))
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address}", hint="start one, or mend the address") from error
    executor: Executor = client.get_executor(pure=False)
    return executor
