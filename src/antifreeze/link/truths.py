"""The truth of values, and what `not` makes of it."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import Instance, LiteralValue, ValueSet

NEGATED = "not"
"""The step of an access path from something that is not known yet to what `not` makes of it."""


def truth(values: ValueSet) -> bool | None:
    """The truth of values, where it is known and the same for all of them."""
    outcomes = {bool(value.value) if isinstance(value, LiteralValue) else None for value in values}
    return outcomes.pop() if len(outcomes) == 1 else None


def negated(r: Resolver, values: ValueSet) -> ValueSet:
    """What `not value` gives."""
    outcome = truth(values)
    return (r.make(Instance, r.builtin("bool")) if outcome is None else r.make(LiteralValue, not outcome),)
