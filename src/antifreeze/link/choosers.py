"""Functions that return this or that as their parameters are, as far as that can be seen without any value."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Call,
    Choice,
    Collection,
    Expression,
    Literal,
    Param,
    Subscript,
)
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ScopeRef

_MAX_STEPS = 4
"""How many calls and members lead from what is made to the item of a table."""


def is_plain(node: Expression) -> bool:
    """Whether a node holds no code: a constant, a container of something, or a parameter as it is."""
    return isinstance(node, (Literal, Collection, Param))


def keys_of(ref: ScopeRef, index: int) -> Iterator[int]:
    """The parameter by which a node is made of the item of a table: `STORES[kind]()`."""
    nodes = ref.scope.nodes
    for _ in range(_MAX_STEPS):
        node = nodes[index]
        key: Expression | None = None
        if isinstance(node, Subscript):
            key = nodes[node.index] if node.index != NO_NODE else None
        elif isinstance(node, Call):
            get = nodes[node.func]
            key = nodes[node.args[0]] if isinstance(get, Attribute) and get.name == "get" and node.args else None
        if isinstance(key, Param):
            yield key.index
        if not isinstance(node, (Call, Attribute)):
            return
        index = node.func if isinstance(node, Call) else node.base


def is_chooser(ref: ScopeRef) -> bool:
    """Whether a plain function returns this or that as its parameters are."""
    scope = ref.scope
    if scope.kind is not ScopeKind.FUNCTION or scope.is_async or scope.is_generator or not scope.params:
        return False
    is_choice = any(isinstance(scope.nodes[place], Choice) for place in scope.returns)
    if any(guard.param != NO_NODE for guard in scope.guards) and (len(scope.returns) > 1 or is_choice):
        return not all(is_plain(scope.nodes[place]) for place in scope.returns)
    return any(True for place in scope.returns for _ in keys_of(ref, place))
