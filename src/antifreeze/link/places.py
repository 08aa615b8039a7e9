"""Whose attribute a node is: seen through locals, closures and heads of loops, before anything is known of values."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.model.expression import Attribute, Captured, Choice, Free, Param
from antifreeze.model.summary import ModuleSummary, ScopeKind, Store
from antifreeze.model.value import ScopeRef

ITEMS = "[]"
"""The name under which it is found what a class's methods put into their own object."""


def absolute(summary: ModuleSummary, module: str, level: int) -> str | None:
    """The absolute name that a (possibly relative) import in a module means; None above the top."""
    if not level:
        return module
    parts = summary.module.split(".")
    drop = level - 1 if summary.is_package else level
    if drop > len(parts):
        return None
    base = parts[: len(parts) - drop] if drop else parts
    return ".".join([*base, module] if module else base)


def self_attribute(ref: ScopeRef, store: Store) -> tuple[ScopeRef, str] | None:
    """The class and the attribute that `self.x = value` (or a put into `self.x`) in a method speaks of.

    What is put into the object itself is an attribute of its own.
    """
    base = ref.scope.nodes[store.base]
    name = store.name
    if not name and isinstance(base, Attribute):
        name = base.name
        owner = owner_of_self(ref, base.base)
    else:
        name = name or ITEMS
        owner = owner_of_self(ref, store.base)
    return (owner, name) if owner is not None else None


def kept_by_another_name(ref: ScopeRef, index: int) -> Iterator[tuple[ScopeRef, str]]:
    """The attributes of `self` that a local, maybe one of a function around, is another name of."""
    for at, place in same(ref, index):
        node = at.scope.nodes[place]
        owner = owner_of_self(at, node.base) if isinstance(node, Attribute) and place != index else None
        if owner is not None and isinstance(node, Attribute):
            yield owner, node.name


def same(ref: ScopeRef, index: int) -> Iterator[tuple[ScopeRef, int]]:
    """The nodes that one may stand for, in its own function and those around it."""
    pending, seen = [(ref, index)], {(ref, index)}
    while pending:
        at, place = pending.pop()
        yield at, place
        node = at.scope.nodes[place]
        fresh: list[tuple[ScopeRef, int]] = []
        if isinstance(node, Choice):
            fresh = [(at, option) for option in node.options]
        elif isinstance(node, (Captured, Free)):
            fresh = [bound_outside(at, node)]
        fresh = [one for one in fresh if one not in seen]
        seen.update(fresh)
        pending.extend(fresh)


def bound_outside(ref: ScopeRef, node: Free | Captured) -> tuple[ScopeRef, int]:
    """Where a variable of a function around this one is bound: that function, and a node of it."""
    outer = ref
    while outer.index != node.scope:
        outer = outer.enclosing
    return outer, outer.scope.names[node.name] if isinstance(node, Free) else node.node


def owner_of_self(ref: ScopeRef, index: int) -> ScopeRef | None:
    """The class of the method whose first parameter the node is, seen through closures."""
    scope = ref.scope
    node = scope.nodes[index]
    while isinstance(node, (Captured, Free, Choice)):
        if isinstance(node, Choice):  # a loop's head
            if len(node.options) != 1:
                return None
            node = scope.nodes[node.options[0]]
            continue
        ref, place = bound_outside(ref, node)
        scope = ref.scope
        node = scope.nodes[place]
    if not isinstance(node, Param) or node.index != 0:
        return None
    parent = ref.parent
    return parent if parent is not None and parent.scope.kind is ScopeKind.CLASS else None
