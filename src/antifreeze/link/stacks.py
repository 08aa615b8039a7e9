"""More stack where a computation nests deeper than one thread's may: it goes on in another thread, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

_SIZE = 8 << 20
"""Bytes of a stack: what Python's thousand frames need, also where the C library gives threads far less (musl)."""


class NoStackError(RuntimeError):
    """The machine gives no further thread."""


class _Outcome(Generic[T]):
    """What a computation came to."""

    value: T
    error: BaseException | None = None


def on_fresh_stack(compute: Callable[[], T]) -> T:
    """What `compute` returns or raises, worked out with an empty stack while the caller waits.

    Raises NoStackError where no thread can be started (a limit on processes, WebAssembly).
    """
    outcome: _Outcome[T] = _Outcome()

    def run() -> None:
        try:
            outcome.value = compute()
        except BaseException as error:  # noqa: BLE001  # it is raised again, where it was asked for
            outcome.error = error

    _start(run).join()
    if outcome.error is not None:
        raise outcome.error
    return outcome.value


def _start(run: Callable[[], None]) -> threading.Thread:
    # A daemon, for Ctrl-C comes to the thread that waits: nobody needs the answer then.
    thread = threading.Thread(target=run, name="antifreeze-stack", daemon=True)
    before = threading.stack_size(_SIZE)
    try:
        thread.start()
    except RuntimeError as error:
        raise NoStackError(str(error)) from error
    finally:
        threading.stack_size(before)
    return thread
