"""What a test for an attribute leaves of values where it came out false: `if hasattr(x, "aclose"): ... else: ...`."""

from __future__ import annotations

from antifreeze.link.attributes import step
from antifreeze.link.kinds import has
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import LACKS
from antifreeze.model.value import Symbol, ValueSet, union


def lacking(r: Resolver, values: ValueSet, told: str) -> ValueSet:
    """The values that may be without the attribute that `told` names, a step; what is not known yet tells it later."""
    name = told.removeprefix(LACKS)
    return union(
        [
            step(r, value, told) if isinstance(value, Symbol) and value.bound is None else (value,)
            for value in values
            if has(r, value, name) is not True
        ]
    )
