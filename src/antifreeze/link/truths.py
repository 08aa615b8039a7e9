"""The truth of values, and what `not` and comparisons with constants make of them."""

from __future__ import annotations

import ast
import functools

from antifreeze.link.coroutineness import has_kind
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import constant
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import OF_KIND, Guard
from antifreeze.model.value import Instance, LiteralValue, Value, ValueSet

TOLD = "told:"
"""Begins the step of an access path from something that is not known yet to what a test of it gives."""


def truth(values: ValueSet) -> bool | None:
    """The truth of values, where it is known and the same for all of them."""
    outcomes = {bool(value.value) if isinstance(value, LiteralValue) else None for value in values}
    return outcomes.pop() if len(outcomes) == 1 else None


def step_of(test: Guard) -> str:
    """The step to what a test gives."""
    return f"{TOLD}{(test.operator, test.operand, test.outcome)!r}"


NEGATED = step_of(Guard(NO_NODE, "truthy", (), False, 0))
"""The step to what `not` gives."""


@functools.cache
def test_of(step: str) -> Guard:
    """The test whose outcome a step leads to."""
    operator, operand, outcome = ast.literal_eval(step.removeprefix(TOLD))
    return Guard(NO_NODE, operator, operand, outcome, 0)


def _outcome(r: Resolver, value: Value, test: Guard) -> bool | None:
    if test.operator == OF_KIND:
        known = has_kind(r, value, test.operand)
        return None if known is None else known is test.outcome
    literal = constant(value)
    return test.tells(literal) if isinstance(literal, (bool, int, float, str, type(None))) else None


def told(r: Resolver, values: ValueSet, test: Guard) -> ValueSet:
    """What a test of values gives: its outcome, where that is known and the same for all of them, else some truth."""
    outcomes = {_outcome(r, value, test) for value in values} or {None}
    outcome = outcomes.pop() if len(outcomes) == 1 else None
    return (r.make(Instance, r.builtin("bool")) if outcome is None else r.make(LiteralValue, outcome),)
