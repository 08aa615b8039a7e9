"""Dotted paths of names and attributes, as the flow analysis tracks them."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder


def path_of(node: ast.expr) -> str:
    """`self.client` for the expression that spells it; empty for anything but a chain of names."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    parts.append(node.id)
    return ".".join(reversed(parts))


def tracked(builder: Builder, node: ast.Attribute) -> int:
    """The node that the flow holds for an attribute chain, or a negative number."""
    base: ast.expr = node.value
    while isinstance(base, ast.Attribute):
        base = base.value
    if not isinstance(base, ast.Name) or base.id not in builder.flow.paths:
        return -1
    return builder.flow.get(path_of(node))
