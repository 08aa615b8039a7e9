"""Demand-driven evaluation with memory: recursive questions are iterated to a fixpoint.

The scheme is that of tabled evaluation: a question that comes up again while it is being answered
gets the answer found so far (at first, nothing); the question that heads such a cycle is asked again
until its answer is stable, and only then are the answers that leaned on it kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial

from antifreeze.link.memo import Memo
from antifreeze.link.stacks import NoStackError, on_fresh_stack
from antifreeze.model.value import NOTHING, ScopeRef, ValueSet

_PLAIN_ROUNDS = 4
"""How often a cycle is asked before its answers are made to grow alone: such as come and go would never be stable.

It is the widening of abstract interpretation (Cousot and Cousot, 1977), by the union with what was answered before.
"""

_MAX_ROUNDS = 24
_MAX_PER_STACK = 60
"""How many questions nest on one thread's stack: each takes a dozen frames or so of the thousand that Python allows."""

_MAX_DEPTH = 40 * _MAX_PER_STACK


class _TooDeepError(Exception):
    def __init__(self, key: Hashable, compute: Callable[[], ValueSet]) -> None:
        super().__init__()
        self.key = key
        self.compute = compute


@dataclass(slots=True, eq=False)
class _Leaning:
    """Answers that lean on the open question at depth `low`, and on none further out."""

    low: int
    answers: dict[Hashable, ValueSet] = field(default_factory=dict)


_NONE = _Leaning(0)


class Fixpoint:
    """Value sets by key; nothing is known of a question before it is first answered.

    Questions that nest deeper than Python's stack allows go on in another thread. Those that nest
    deeper than that are answered first, on their own, and the outer ones are asked again, so that
    no chain of definitions is too long. Only a cycle that is as deep has to be cut.
    """

    def __init__(self) -> None:
        self._answers: dict[Hashable, ValueSet] = {}
        self._provisional: dict[Hashable, _Leaning] = {}
        self._leaning: Memo[int, _Leaning] = Memo(_Leaning)
        self._active: dict[Hashable, int] = {}
        self._assumed: dict[Hashable, ValueSet] = {}
        self._lows: list[int] = []
        self._changed = False
        self._widening = False
        """Whether answers only grow: what comes and goes from round to round stays."""
        self.cut = 0
        """How often a cycle had to be left before its answer was known to be stable."""

    def get(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        """The answer to `key`, from memory or by `compute`."""
        answer = self._answers.get(key)
        if answer is not None:
            return answer
        known = self._so_far(key)
        return self._find(key, compute) if known is None else known

    def node(self, ref: ScopeRef, index: int, evaluate: Callable[[ScopeRef, int], ValueSet]) -> ValueSet:
        """The values of a node by `evaluate`; they are kept with the node once they are final."""
        key = (ref, index)
        known = self._so_far(key)
        if known is not None:
            return known
        depth = len(self._lows)
        if depth % _MAX_PER_STACK == 0 or key in self._answers:
            answer = self.get(key, partial(evaluate, ref, index))
        else:  # written out, for it is the way of most questions
            self._active[key] = depth
            outside, self._changed = self._changed, False
            self._lows.append(depth + 1)
            answer = evaluate(ref, index)
            low = self._lows.pop()
            if low > depth:
                self._changed = outside
                del self._active[key]
                ref.values[index] = answer
                return answer
            answer = self._lean(key, partial(evaluate, ref, index), depth, (answer, low), outside)
        if self._answers.pop(key, None) is not None:
            ref.values[index] = answer
        return answer

    def _so_far(self, key: Hashable) -> ValueSet | None:
        """What is known of a question that is being answered, or leans on one that is."""
        group = self._provisional.get(key)
        if group is not None:
            self._lean_on(group.low)
            return group.answers[key]
        depth = self._active.get(key)
        if depth is not None:
            self._lean_on(depth)
            return self._assumed.get(key, NOTHING)
        return None

    def _find(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        depth = len(self._lows)
        if depth % _MAX_PER_STACK:
            return self._solve(key, compute)
        if not depth:
            return self._drive(key, compute)
        if depth >= _MAX_DEPTH:
            raise _TooDeepError(key, compute)
        return self._continue(key, compute)

    def _continue(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        """Answer a question for which there is no room on this stack."""
        try:
            return on_fresh_stack(lambda: self._solve(key, compute))
        except NoStackError:
            raise _TooDeepError(key, compute) from None

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
        self._leaning.clear()
        self._lows.clear()
        self._changed = self._widening = False

    def _lean_on(self, low: int) -> None:
        if self._lows and low < self._lows[-1]:
            self._lows[-1] = low

    def _solve(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        depth = len(self._lows)
        self._active[key] = depth
        outside, self._changed = self._changed, False
        answer, low = self._ask(compute, depth)
        if low <= depth:
            return self._lean(key, compute, depth, (answer, low), outside)
        self._changed = outside
        del self._active[key]
        self._answers[key] = answer
        return answer

    def _lean(
        self,
        key: Hashable,
        compute: Callable[[], ValueSet],
        depth: int,
        first: tuple[ValueSet, int],
        outside: bool,
    ) -> ValueSet:
        """Answer a question that leans on one that is open: on itself, or on one further out."""
        answer, low = self._settle(key, compute, depth, first, outside)
        del self._active[key]
        if low < depth:
            self._defer(depth, low)
            self._add(key, answer, low)
            self._lean_on(low)
            return answer
        self._answers[key] = answer
        # It headed the cycle: what leaned on it is as final as its own answer.
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
        outer = self._widening
        for number in range(_MAX_ROUNDS):
            assumed = self._assumed.get(key, NOTHING)
            if self._widening:
                answer = tuple(dict.fromkeys((*assumed, *answer)))  # however many: some answers list places
            stable = not self._changed and set(answer) == set(assumed)
            self._changed = outside
            if low > depth or (low == depth and stable):
                break
            self._assumed[key] = answer
            if low < depth:
                # The head of the cycle lies further out; it has to ask again if this has changed.
                self._changed = outside or not stable
                break
            self._forget(depth)
            self._changed = False
            self._widening = outer or number >= _PLAIN_ROUNDS
            answer, low = self._ask(compute, depth)
        else:
            self._changed = outside
            self.cut += 1
        self._widening = outer
        return answer, low

    def _add(self, key: Hashable, answer: ValueSet, low: int) -> None:
        """Remember an answer for as long as the one to the question at `low` is assumed."""
        group = self._leaning[low]
        group.answers[key] = answer
        self._provisional[key] = group

    def _defer(self, depth: int, low: int) -> None:
        """What leaned on the question at `depth` leans on what that one leans on, further out."""
        inner, outer = self._leaning.pop(depth, None), self._leaning.get(low)
        if inner is None:
            return
        if outer is not None:  # the smaller one moves
            inner, outer = sorted((inner, outer), key=lambda group: -len(group.answers))
            inner.answers.update(outer.answers)
            self._provisional.update(dict.fromkeys(outer.answers, inner))
        inner.low = low
        self._leaning[low] = inner

    def _forget(self, depth: int) -> None:
        """Drop the answers that leaned on the question at `depth`, now that its answer has changed."""
        for key in self._leaning.pop(depth, _NONE).answers:
            del self._provisional[key]

    def _keep(self, depth: int) -> None:
        """Keep the answers that leaned on nothing further out than the question at `depth`."""
        for key, answer in self._leaning.pop(depth, _NONE).answers.items():
            self._answers[key] = answer
            self._assumed.pop(key, None)
            del self._provisional[key]
