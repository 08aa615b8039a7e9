"""The keyword arguments of a call, also those that `**` spreads out of a dict that is written out before."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from antifreeze.lower.builder import Builder
from antifreeze.model.expression import NO_NODE, Attribute, Call, Collection, Extend, Literal, Name, Star

_CHANGING = frozenset(("clear", "pop", "popitem", "setdefault", "update"))

Keywords = dict[str, int]
"""Nodes by name, in the order of the arguments; under the empty name a dict whose keys are not known."""


def keywords_of(builder: Builder, written: Iterable[ast.keyword]) -> tuple[tuple[str, int], ...]:
    """The names and nodes of a call's keyword arguments."""
    found: list[tuple[str, int]] = []
    for keyword in written:
        node = builder.expr(keyword.value)
        if keyword.arg is not None:
            found.append((keyword.arg, node))
        else:
            found.extend(_spread(builder, node).items())
    return tuple(found)


def _spread(builder: Builder, index: int) -> Keywords:
    """What a dict gives under which name, as far as it is written out."""
    node = builder.nodes[index]
    if _is_changed(builder, index):
        return {"": index}
    if isinstance(node, Collection) and node.kind == "dict":
        return _of_display(builder, index, node)
    if isinstance(node, Call) and node.keywords and not node.args:
        func = builder.nodes[node.func]
        return dict(node.keywords) if isinstance(func, Name) and func.name == "dict" else {"": index}
    if isinstance(node, Extend):
        keys = [store.index for store in builder.scope.stores if store.base == node.base and store.value == node.value]
        key = builder.nodes[keys[-1]] if keys and keys[-1] != NO_NODE else None
        if isinstance(key, Literal) and isinstance(key.value, str):
            return {**_spread(builder, node.base), key.value: node.value}
    return {"": index}


def _of_display(builder: Builder, index: int, node: Collection) -> Keywords:
    found: Keywords = {}
    for key, item in zip(node.keys, node.items, strict=True):
        name, value = builder.nodes[key], builder.nodes[item]
        if isinstance(value, Star):
            inner = _spread(builder, value.base)
            found = {"": index} if "" in inner else {**found, **inner}  # a dict that is not known may have any key
        elif isinstance(name, Literal) and isinstance(name.value, str) and name.value:
            found[name.value] = item
        else:
            return {"": index}
    return found


def _is_changed(builder: Builder, index: int) -> bool:
    """Whether a method that changes a dict has been asked for since it was made."""
    later = builder.nodes[index + 1 :]
    return any(isinstance(node, Attribute) and node.base == index and node.name in _CHANGING for node in later)
