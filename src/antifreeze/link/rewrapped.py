"""What an attribute held before it was wrapped: `original = obj.run; obj.run = lambda: later(original)`."""

from __future__ import annotations

from collections.abc import Sequence

from antifreeze.model.expression import Attribute, Captured, Choice, Expression, Free
from antifreeze.model.value import FunctionValue, ScopeRef, Value, ValueSet


def before_wrapping(ref: ScopeRef, node: Attribute, values: ValueSet) -> ValueSet:
    """The values of an attribute without the functions that, further down, are made to call what is read here.

    They are what it holds from then on. Whoever calls it meets them, and by them what it held before.
    """
    later = [value for value in values if _is_made_later(ref, node, value)]
    if not later or not _is_captured(ref, node):
        return values
    return tuple(value for value in values if value not in later)


def _is_made_later(ref: ScopeRef, node: Attribute, value: Value) -> bool:
    return isinstance(value, FunctionValue) and value.ref.parent is ref and value.ref.scope.span > node.span


def _is_captured(ref: ScopeRef, node: Expression) -> bool:
    """Whether a node is kept under a name that some function within this one reads."""
    nodes, scopes = ref.scope.nodes, ref.module.scopes
    names = {name for name, index in ref.scope.names.items() if index >= 0 and _may_be(nodes, index, node)}

    def is_read_by(read: Expression) -> bool:
        if not isinstance(read, (Free, Captured)) or scopes[read.scope] is not ref.scope:
            return False
        return read.name in names if isinstance(read, Free) else _may_be(nodes, read.node, node)

    return any(is_read_by(read) for scope in scopes if scope is not ref.scope for read in scope.nodes)


def _may_be(nodes: Sequence[Expression], index: int, node: Expression) -> bool:
    known = nodes[index]
    return known is node or (isinstance(known, Choice) and any(nodes[option] is node for option in known.options))
