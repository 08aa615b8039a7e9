"""Demand-driven evaluation with memory: recursive questions are iterated to a fixpoint.

The scheme is that of tabled evaluation: a question that comes up again while it is being answered
gets the answer found so far (at first, nothing); the question that heads such a cycle is asked again
until its answer is stable, and only then are the answers that leaned on it kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from antifreeze.model.value import NOTHING, ValueSet

_MAX_ROUNDS = 24
_MAX_DEPTH = 60


class _TooDeepError(Exception):
    def __init__(self, key: Hashable, compute: Callable[[], ValueSet]) -> None:
        super().__init__()
        self.key = key
        self.compute = compute


class Fixpoint:
    """Value sets by key; nothing is known of a question before it is first answered.

    Questions nest to a bounded depth: one that lies deeper is answered first, on its own, and the
    outer ones are asked again, so that no chain of definitions is too long for Python's stack.
    """

    def __init__(self) -> None:
        self._answers: dict[Hashable, ValueSet] = {}
        self._provisional: dict[Hashable, tuple[ValueSet, int]] = {}
        self._active: dict[Hashable, int] = {}
        self._assumed: dict[Hashable, ValueSet] = {}
        self._lows: list[int] = []
        self._changed = False
        self.cut = 0
        """How often a cycle had to be left before its answer was known to be stable."""

    def get(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        """The answer to `key`, from memory or by `compute`."""
        answer = self._answers.get(key)
        if answer is not None:
            return answer
        if key in self._provisional:
            answer, low = self._provisional[key]
            self._lean_on(low)
            return answer
        if key in self._active:
            self._lean_on(self._active[key])
            return self._assumed.get(key, NOTHING)
        if len(self._lows) >= _MAX_DEPTH:
            raise _TooDeepError(key, compute)
        if self._lows:
            return self._solve(key, compute)
        return self._drive(key, compute)

    def release(self, key: Hashable) -> bool:
        """Whether the answer to `key` is final; if so it is forgotten here, for the caller to keep."""
        return self._answers.pop(key, None) is not None

    def _drive(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        """Answer an outermost question, the too deep ones within it first."""
        waiting: list[tuple[Hashable, Callable[[], ValueSet]]] = [(key, compute)]
        while True:
            key, compute = waiting[-1]
            try:
                answer = self._solve(key, compute)
            except _TooDeepError as deeper:
                self._reset()
                if any(deeper.key == other for other, _ in waiting):
                    self.cut += 1
                    self._answers[deeper.key] = NOTHING
                else:
                    waiting.append((deeper.key, deeper.compute))
                continue
            waiting.pop()
            if not waiting:
                return answer

    def _reset(self) -> None:
        self._active.clear()
        self._assumed.clear()
        self._provisional.clear()
        self._lows.clear()
        self._changed = False

    def _lean_on(self, low: int) -> None:
        if self._lows and low < self._lows[-1]:
            self._lows[-1] = low

    def _solve(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        depth = len(self._lows)
        self._active[key] = depth
        outside, self._changed = self._changed, False
        answer, low = self._ask(compute, depth)
        in_cycle = low <= depth
        if in_cycle:
            answer, low = self._settle(key, compute, depth, (answer, low), outside)
        else:
            self._changed = outside
        del self._active[key]
        if low < depth:
            self._defer(depth, low)
            self._provisional[key] = (answer, low)
            self._lean_on(low)
            return answer
        self._answers[key] = answer
        if in_cycle:  # it headed the cycle: what leaned on it is as final as its own answer
            self._assumed.pop(key, None)
            self._keep(depth)
        return answer

    def _ask(self, compute: Callable[[], ValueSet], depth: int) -> tuple[ValueSet, int]:
        """One answer, and how far out it leans: beyond `depth` where it leans on no open question."""
        self._lows.append(depth + 1)
        answer = compute()
        return answer, self._lows.pop()

    def _settle(
        self,
        key: Hashable,
        compute: Callable[[], ValueSet],
        depth: int,
        first: tuple[ValueSet, int],
        outside: bool,
    ) -> tuple[ValueSet, int]:
        """Ask until nothing changes, where the question lies in a cycle; the answer, and how far out it leans."""
        answer, low = first
        for _ in range(_MAX_ROUNDS):
            stable = not self._changed and set(answer) == set(self._assumed.get(key, NOTHING))
            self._changed = outside
            if low > depth or (low == depth and stable):
                return answer, low
            self._assumed[key] = answer
            if low < depth:
                # The head of the cycle lies further out; it has to ask again if this has changed.
                self._changed = outside or not stable
                return answer, low
            self._forget(depth)
            self._changed = False
            answer, low = self._ask(compute, depth)
        self._changed = outside
        self.cut += 1
        return answer, low

    def _defer(self, depth: int, low: int) -> None:
        """What leaned on the question at `depth` leans on what that one leans on, further out."""
        for key, (answer, old) in self._provisional.items():
            if old >= depth:
                self._provisional[key] = (answer, low)

    def _forget(self, depth: int) -> None:
        """Drop the answers that leaned on the question at `depth`, now that its answer has changed."""
        self._provisional = {key: entry for key, entry in self._provisional.items() if entry[1] < depth}

    def _keep(self, depth: int) -> None:
        """Keep the answers that leaned on nothing further out than the question at `depth`."""
        for key, (answer, low) in list(self._provisional.items()):
            if low >= depth:
                self._answers[key] = answer
                self._assumed.pop(key, None)
                del self._provisional[key]
