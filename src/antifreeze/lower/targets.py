"""What an assignment binds: names, attributes, items, and the parts of an unpacked value."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import path_of
from antifreeze.model.expression import (
    NO_NODE,
    SET,
    Attribute,
    Binary,
    Call,
    Collection,
    Element,
    Expression,
    Extend,
    Import,
    Item,
    Literal,
    Name,
    Star,
    Subscript,
)
from antifreeze.model.summary import Store


def assign_target(builder: Builder, target: ast.expr, value: int, annotation: int = NO_NODE) -> None:
    """Bind `target` to the node `value`."""
    if isinstance(target, ast.Name):
        builder.assign(target.id, value)
    elif isinstance(target, ast.Attribute):
        base = builder.expr(target.value)
        builder.scope.stores.append(Store(base, target.attr, value, annotation))
        builder.add(Binary(f"{SET}{target.attr}", base, value, builder.span(target)))
        path = path_of(target)
        if path:
            builder.flow.assign_path(path, value)
    elif isinstance(target, ast.Subscript):
        index = builder.expr(target.slice)
        base = put_into(builder, target.value, value, index)
        if base < 0:  # what fetches the inner container runs, too
            base = builder.expr(target.value)
        builder.add(Binary("setitem", base, index, builder.span(target)))
    elif isinstance(target, (ast.Tuple, ast.List)):
        _unpack(builder, target.elts, value)
    elif isinstance(target, ast.Starred):
        assign_target(builder, target.value, value)


def _unpack(builder: Builder, targets: list[ast.expr], value: int) -> None:
    if not isinstance(builder.scope.nodes[value], (Item, Element, Collection)):
        builder.add(Element(value, False, builder.span(targets[0]) if targets else 0))
    starred = [isinstance(target, ast.Starred) for target in targets]
    for target, item in zip(targets, items_of(builder, value, starred), strict=True):
        assign_target(builder, target, item)


def items_of(builder: Builder, value: int, starred: list[bool]) -> list[int]:
    """What a sequence is taken apart into; a starred part is a list of any items, and behind it no place is known."""
    written = _written_out(builder, value, starred)
    if written is not None:
        return written
    found: list[int] = []
    for index, is_rest in enumerate(starred):
        item = builder.add(Item(value, -1 if any(starred[: index + 1]) else index))
        found.append(builder.add(Collection("list", (item,))) if is_rest else item)
    return found


def _written_out(builder: Builder, value: int, starred: list[bool]) -> list[int] | None:
    """The items of a display that is taken apart where it is written; None for what may be a comprehension."""
    node = builder.nodes[value]
    if not isinstance(node, Collection) or node.kind not in ("list", "tuple"):
        return None
    items, count = list(node.items), len(starred)
    if any(isinstance(builder.nodes[item], Star) for item in items):
        return None
    if True not in starred:
        return items if len(items) == count else None
    place, rest = starred.index(True), len(items) - count + 1
    if rest < 0 or len(items) == 1:
        return None
    middle = builder.add(Collection("list", tuple(items[place : place + rest])))
    return [*items[:place], middle, *items[place + rest :]]


def put_into(builder: Builder, container: ast.expr, value: int, index: int = NO_NODE) -> int:
    """Record that `value` is put into the container that `container` denotes, at `index` where that is told.

    Returns the container's node, where there is one.
    """
    if isinstance(container, ast.Subscript):
        put_into(builder, container.value, _inner(builder, value, index), builder.expr(container.slice))
        return NO_NODE
    if isinstance(container, ast.Call) and isinstance(container.func, ast.Attribute):
        if container.func.attr in ("setdefault", "get") and container.args:
            key = builder.expr(container.args[0])
            put_into(builder, container.func.value, _inner(builder, value, index), key)
        return NO_NODE
    base = builder.expr(container)
    path = path_of(container)
    owner = base
    if isinstance(container, ast.Attribute) and builder.flow.get(path) >= 0:
        # What the flow knows of `self.items` tells no more whose attribute it is.
        owner = builder.add(Attribute(builder.expr(container.value), container.attr, builder.span(container)))
    builder.scope.stores.append(Store(owner, "", value, index=index))
    _put_further(builder, base, value, index)
    if path and builder.flow.get(path) >= 0:
        builder.flow.narrow(path, builder.add(Extend(base, value)))
    return base


def has_items(node: Expression) -> bool:
    """Whether a node is a display or a comprehension that holds something."""
    return isinstance(node, Collection) and bool(node.items)


def put_default(builder: Builder, container: ast.expr, value: int) -> None:
    """Record what `container.setdefault(key, value)` puts there: texts, numbers and empty displays tell nothing."""
    node = builder.nodes[value]
    if has_items(node) or not isinstance(node, (Literal, Collection)):
        put_into(builder, container, value)


def _put_further(builder: Builder, base: int, value: int, index: int) -> None:
    """What is put into an item that has a name of its own, `known = self.by_kind[kind]`, is put into the whole, too."""
    nodes = builder.nodes
    node = nodes[base]
    while True:
        taking = nodes[node.func] if isinstance(node, Call) and node.args else None
        if isinstance(node, Subscript):
            whole, key = node.base, node.index
        elif isinstance(node, Call) and isinstance(taking, Attribute) and taking.name in ("setdefault", "get"):
            whole, key = taking.base, node.args[0]
        else:
            return
        value, index = _inner(builder, value, index), key
        node = nodes[whole]
        if isinstance(node, (Attribute, Name)):
            builder.scope.stores.append(Store(whole, "", value, index=index))


def _inner(builder: Builder, value: int, index: int) -> int:
    """A container within another: a dict where its key is no number, for all that is known."""
    key = builder.scope.nodes[index] if index >= 0 else None
    text = isinstance(key, Literal) and isinstance(key.value, str)
    if text or isinstance(key, Attribute) or (isinstance(key, (Name, Import)) and key.name.isupper()):
        return builder.add(Collection("dict", (value,), (index,)))
    return builder.add(Collection("list", (value,)))
