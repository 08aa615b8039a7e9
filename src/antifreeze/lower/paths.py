"""Dotted paths of names and attributes, as the flow analysis tracks them."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.model.expression import Import, Literal
from antifreeze.model.summary import ScopeKind


def renamed_imports(body: list[ast.stmt]) -> dict[str, str]:
    """The dotted names of what the top of a file imports out of modules, or under other names."""
    found: dict[str, str] = {}
    for node in body:
        if isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.update((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update((alias.asname, alias.name) for alias in node.names if alias.asname)
    return found


def defined_path(builder: Builder, node: ast.expr) -> str:
    """The path of an expression, with the module that its first name was imported from, unless it is bound anew."""
    path = path_of(node)
    first, dot, rest = path.partition(".")
    known = builder.module.renamed.get(first)
    return path if known is None or _is_rebound(builder, first) else f"{known}{dot}{rest}"


def _is_rebound(builder: Builder, name: str) -> bool:
    """Whether a name that the top of a file imports means something else in a scope."""
    scope: Builder | None = builder
    while scope is not None:
        index = scope.flow.env.get(name, -1)
        if index >= 0:
            return not isinstance(scope.nodes[index], Import)
        scope = scope.parent
    return False


def text_of(builder: Builder, node: ast.expr) -> str:
    """A text that is written out, or kept under a name that stands for nothing else (`MARK`); empty for others."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    scope: Builder | None = builder
    while isinstance(node, ast.Name) and scope is not None:
        index = scope.flow.env.get(node.id, -1)
        if index >= 0 and (scope is builder or scope.scope.kind is not ScopeKind.CLASS):
            known = scope.nodes[index]
            return known.value if isinstance(known, Literal) and isinstance(known.value, str) else ""
        scope = scope.parent
    return ""


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


def called_name(builder: Builder, call: ast.Call) -> str:
    """The last name of what a call calls, as its own module spells it; empty for what has none."""
    if isinstance(call.func, ast.Name):
        return builder.module.renamed.get(call.func.id, call.func.id).rpartition(".")[2]
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def tracked(builder: Builder, node: ast.Attribute) -> int:
    """The node that the flow holds for an attribute chain, or a negative number."""
    base: ast.expr = node.value
    while isinstance(base, ast.Attribute):
        base = base.value
    if not isinstance(base, ast.Name) or base.id not in builder.flow.paths:
        return -1
    return builder.flow.get(path_of(node))
