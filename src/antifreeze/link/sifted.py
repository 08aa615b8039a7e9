"""What tests leave of values: `if hasattr(x, "aclose"): ... else: ...`, `if isasyncgenfunction(f) or ...`."""

from __future__ import annotations

from collections.abc import Callable

from antifreeze.link.attributes import step
from antifreeze.link.coroutineness import has_kind
from antifreeze.link.kinds import has
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import LACKS, NOT_OF_KINDS, OF_KINDS
from antifreeze.model.value import Symbol, Value, ValueSet, union

_MAY_PASS: dict[str, Callable[[Resolver, Value, str], bool]] = {
    LACKS: lambda r, value, name: has(r, value, name) is not True,
    OF_KINDS: lambda r, value, kinds: has_kind(r, value, kinds.split("|")) is not False,
    NOT_OF_KINDS: lambda r, value, kinds: has_kind(r, value, kinds.split("|")) is not True,
}


def is_sieve(told: str) -> bool:
    """Whether a fact or a step is a test that values pass or not."""
    return told.startswith((LACKS, OF_KINDS, NOT_OF_KINDS))


def sifted(r: Resolver, values: ValueSet, told: str) -> ValueSet:
    """The values that may pass the test that `told` names, a step; what is not known yet tells it later."""
    test, _, operand = told.partition(":")
    may_pass = _MAY_PASS[f"{test}:"]
    return union(
        [
            step(r, value, told) if isinstance(value, Symbol) and value.bound is None else (value,)
            for value in values
            if may_pass(r, value, operand)
        ]
    )
