"""Progress on standard error: only on a terminal, and only for what takes over a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_PATIENCE = 1.0


class Progress:
    """Shows the stage and how far it is; leaves nothing behind."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._shown = False
        self._enabled = sys.stderr.isatty()

    def __enter__(self) -> Progress:  # noqa: PYI034 (Self is new in 3.11)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def tell(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of a stage are done."""
        if self._enabled and time.monotonic() - self._start > _PATIENCE:
            self._shown = True
            sys.stderr.write(f"\r\x1b[K{stage} {done:,} of {total:,}")
            sys.stderr.flush()
