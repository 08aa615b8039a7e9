"""What `not` and comparisons with constants give: their outcome, or, of what is not known yet, a step to it."""

from __future__ import annotations

from antifreeze.link.attributes import step
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import worked_out
from antifreeze.link.truths import NEGATED, step_of, test_of, told
from antifreeze.model.expression import NO_NODE, Compared, Not
from antifreeze.model.summary import Guard
from antifreeze.model.value import Instance, ScopeRef, Symbol, ValueSet, union


def negation(r: Resolver, ref: ScopeRef, node: Not) -> ValueSet:
    """What `not base` gives."""
    return _told(r, r.node(ref, node.base), NEGATED)


def comparison(r: Resolver, ref: ScopeRef, node: Compared) -> ValueSet:
    """What comparing with constants gives, where these are known."""
    test = worked_out(r, ref, Guard(NO_NODE, node.operator, node.operand, node.outcome, 0, named=node.named))
    return (r.make(Instance, r.builtin("bool")),) if test is None else _told(r, r.node(ref, node.base), step_of(test))


def _told(r: Resolver, values: ValueSet, told_by: str) -> ValueSet:
    later = [step(r, value, told_by) for value in values if isinstance(value, Symbol)]
    return union(later) if later and len(later) == len(values) else told(r, values, test_of(told_by))
