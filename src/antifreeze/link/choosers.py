"""Items of tables, and functions that return this or that as their parameters are, as far as no value is asked for."""

from __future__ import annotations

from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Call,
    Choice,
    Collection,
    Expression,
    Literal,
    Name,
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


def places_of(ref: ScopeRef, node: Expression) -> tuple[int, int, int] | None:
    """The nodes of the container, the key and the default, where a node may take an item out of a dict."""
    if isinstance(node, Subscript):
        return node.base, node.index, NO_NODE
    if isinstance(node, Call) and 1 <= len(node.args) <= 2 and not node.starred:  # noqa: PLR2004 (key, default)
        get = ref.scope.nodes[node.func]
        if isinstance(get, Attribute) and get.name == "get":
            return get.base, node.args[0], node.args[1] if len(node.args) > 1 else NO_NODE
    return None


def asking(ref: ScopeRef, index: int) -> tuple[int, int] | None:
    """The node that takes an item, seen through calls of it and its members, and the node of the key."""
    for _ in range(_MAX_STEPS):
        node = ref.scope.nodes[index]
        places = places_of(ref, node)
        if places is not None:
            return index, places[1]
        if isinstance(node, Call):
            index = node.args[1] if is_getattr(ref, node) else node.func
        elif isinstance(node, Attribute):
            index = node.base
        else:
            break
    return None


def is_getattr(ref: ScopeRef, node: Call) -> bool:
    """Whether a call reads a member by a name that is worked out: `getattr(self, HANDLERS[kind])`."""
    func = ref.scope.nodes[node.func]
    return isinstance(func, Name) and func.name == "getattr" and len(node.args) > 1


def key_of(ref: ScopeRef, index: int) -> int | None:
    """The parameter that picks the item which a node is made of: `STORES[kind]()`."""
    place = asking(ref, index)
    key = ref.scope.nodes[place[1]] if place is not None and place[1] != NO_NODE else None
    return key.index if isinstance(key, Param) else None


def is_chooser(ref: ScopeRef) -> bool:
    """Whether a plain function returns this or that as its parameters are."""
    scope = ref.scope
    if scope.kind is not ScopeKind.FUNCTION or scope.is_async or scope.is_generator or not scope.params:
        return False
    is_choice = any(isinstance(scope.nodes[place], Choice) for place in scope.returns)
    if any(guard.param != NO_NODE for guard in scope.guards) and (len(scope.returns) > 1 or is_choice):
        return not all(is_plain(scope.nodes[place]) for place in scope.returns)
    return any(key_of(ref, place) is not None for place in scope.returns)
