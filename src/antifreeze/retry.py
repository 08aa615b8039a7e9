"""What becomes of files whose worker process died: they are read again elsewhere, and the one that kills is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor

from antifreeze.lower.batch import Lowered, lower_batch
from antifreeze.model.source import SourceError, SourceFile


class Retry:
    """Reads lost files by fresh processes, or by this one where processes die whatever they do."""

    def __init__(self, start: Callable[[], Executor | None]) -> None:
        self._start = start
        self._executor: Executor | None = None
        self._is_useless = False

    def lowered(self, sources: Sequence[SourceFile]) -> Sequence[Lowered]:
        """Lost sources, lowered; where that kills again, by halves, down to the file that does it."""
        batch = self._attempt(sources)
        if batch is not None:
            return batch
        if self._is_useless or self._attempt([]) is None:
            self._is_useless = True
            return lower_batch(sources)
        if len(sources) == 1:
            return [SourceError(sources[0].path, 0, "reading it ended the process that did, so it was left out")]
        middle = len(sources) // 2
        return [*self.lowered(sources[:middle]), *self.lowered(sources[middle:])]

    def _attempt(self, sources: Sequence[SourceFile]) -> Sequence[Lowered] | None:
        """What another process makes of the sources; None where it died, or where there is none."""
        if self._is_useless:
            return None
        if self._executor is None:
            self._executor = self._start()
        if self._executor is None:
            return None
        try:
            return self._executor.submit(lower_batch, sources).result()
        except BrokenExecutor:
            self._executor = None
            return None
        except Exception:  # noqa: BLE001 (a worker out of reach, or a bug, which is raised here as well)
            return lower_batch(sources)
