"""Whether a function surely blocks: whether every way through it passes something that does."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from antifreeze.catalog.index import Sink
from antifreeze.lower.certain import JUMP, RAISE, RETURN, Attempt, Branch, Flow, Loop

Blocks = Callable[[int], "Sink | None"]
"""What an expression blocks with, by its span."""

Taken = Callable[[Flow], "bool | None"]
"""Whether a way is surely taken (or not) for what is known of the parameters."""


class _Outcome(NamedTuple):
    """Where control can get to without having blocked, and the first sink on the ways that do block."""

    falls: bool
    """To the end of the steps."""
    jumps: bool
    """Out of the loop's round."""
    returns: bool
    sink: Sink | None


def leads_nowhere(flow: Flow) -> bool:
    """Whether a function only raises: then it leaves the work to the classes that derive from its own."""
    return RAISE in flow and all(isinstance(step, int) for step in flow) and RETURN not in flow


def sure(flow: Flow, blocks: Blocks, taken: Taken) -> Sink | None:
    """The first sink of a function that blocks on every way that does not raise; None for other functions."""
    outcome = _Walk(blocks, taken).of(flow)
    return None if outcome.falls or outcome.returns else outcome.sink


class _Walk:
    """Goes through the steps of one function, in order, for as long as some way has not blocked."""

    def __init__(self, blocks: Blocks, taken: Taken) -> None:
        self._blocks = blocks
        self._taken = taken

    def of(self, flow: Flow) -> _Outcome:
        """Where control can get to without having blocked."""
        jumps = returns = False
        sink: Sink | None = None
        for step in flow:
            if isinstance(step, int):
                if step < 0:
                    return _Outcome(False, jumps or step == JUMP, returns or step == RETURN, sink)
                found = self._blocks(step)
                if found is not None:
                    return _Outcome(False, jumps, returns, sink or found)
                continue
            outcome = self._compound(step)
            jumps, returns, sink = jumps or outcome.jumps, returns or outcome.returns, sink or outcome.sink
            if returns or not outcome.falls:  # a way out without blocking: the function does not surely block
                return _Outcome(False, jumps, returns, sink)
        return _Outcome(True, jumps, returns, sink)

    def _compound(self, step: Branch | Loop | Attempt) -> _Outcome:
        if isinstance(step, Branch):
            return self._branch(step)
        if isinstance(step, Loop):
            outcome = self.of(step.body)
            return _Outcome(outcome.falls or outcome.jumps, False, outcome.returns, outcome.sink)
        outcome = self.of(step.body)
        if not outcome.falls:
            return outcome
        handled = [self.of(handler) for handler in step.handlers]
        return _Outcome(
            True, any(one.jumps for one in (outcome, *handled)), any(one.returns for one in handled), outcome.sink
        )

    def _branch(self, step: Branch) -> _Outcome:
        ways = step.ways
        if step.of_parameters:
            known = [self._taken(way) for way in ways]
            ways = tuple(way for way, is_taken in zip(ways, known, strict=True) if is_taken) or tuple(
                way for way, is_taken in zip(ways, known, strict=True) if is_taken is not False
            )
        outcomes = [self.of(way) for way in ways]
        falls = any(one.falls for one in outcomes)
        is_odd = step.of_parameters and falls  # what returns then is for odd arguments
        return _Outcome(
            falls,
            any(one.jumps for one in outcomes) and not is_odd,
            any(one.returns for one in outcomes) and not is_odd,
            next((one.sink for one in outcomes if one.sink is not None), None),
        )
