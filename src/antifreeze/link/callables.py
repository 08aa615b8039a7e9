"""Whether what an expression gives may be called, by its kind alone: before any value is worked out."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.model import expression as ex
from antifreeze.model.value import ScopeRef

PLAIN_TYPES = frozenset(
    ("str", "int", "float", "bool", "bytes", "bytearray", "complex", "dict", "list", "set", "frozenset", "tuple")
)  # fmt: skip
"""Builtin types whose objects cannot be called."""


def may_be_called(ref: ScopeRef, index: int) -> bool:
    """Whether what a node gives may be called."""
    node = ref.scope.nodes[index]
    if isinstance(node, ex.Param):
        return not is_plain_type(ref.enclosing, ref.scope.params[node.index].annotation)
    if isinstance(node, ex.Choice):
        nodes = ref.scope.nodes
        return any(isinstance(nodes[option], ex.Choice) or may_be_called(ref, option) for option in node.options)
    if isinstance(node, ex.Call):
        func = ref.scope.nodes[node.func]
        return not isinstance(func, ex.Name) or func.name not in PLAIN_TYPES
    return not isinstance(node, (ex.Literal, ex.Collection, ex.Compared, ex.Not))


def stored_callables(ref: ScopeRef) -> Iterator[str]:
    """The attributes in which a scope may keep what can be called; an empty name for a container."""
    return (store.name for store in ref.scope.stores if may_be_called(ref, store.value))


def annotated_callables(ref: ScopeRef) -> Iterator[str]:
    """The annotated names of a class or module that may hold what can be called."""
    return (name for name, index in ref.scope.annotations.items() if not is_plain_type(ref, index))


def is_plain_type(ref: ScopeRef, index: int) -> bool:
    """Whether an annotation is one of a builtin type, with or without arguments, or of one of these and None."""
    if index == ex.NO_NODE:
        return False
    node = ref.scope.nodes[index]
    if isinstance(node, ex.Subscript):
        node = ref.scope.nodes[node.base]
    elif isinstance(node, ex.Binary) and node.op == "or":
        return is_plain_type(ref, node.left) and is_plain_type(ref, node.right)
    if isinstance(node, ex.Literal):
        return node.value is None or node.value in PLAIN_TYPES
    return isinstance(node, ex.Name) and node.name in PLAIN_TYPES
