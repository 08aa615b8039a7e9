"""Records of which a call makes the class: `Point = namedtuple("Point", "x y")` is lowered as that class."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import defined_path

_UNTYPED = ("collections.namedtuple",)
_TYPED = ("typing.NamedTuple", "typing_extensions.NamedTuple")

NAMED_TUPLE = ("typing", "NamedTuple")
"""The module and the name of the base of the classes that such calls make."""


def made_class(builder: Builder, node: ast.Assign) -> ast.ClassDef | None:
    """The class that an assignment binds its name to, if a call makes one: an heir of what the call makes."""
    target = node.targets[0]
    if len(node.targets) != 1 or not isinstance(target, ast.Name) or fields_made(builder, node.value) is None:
        return None
    made = ast.ClassDef(name=target.id, bases=[node.value], keywords=[], body=[ast.Pass()], decorator_list=[])
    return ast.fix_missing_locations(ast.copy_location(made, node))


def fields_made(builder: Builder, node: ast.expr) -> list[ast.AnnAssign] | None:
    """The fields of the named tuples whose class a call makes, as a class would declare them; None for other nodes."""
    if not isinstance(node, ast.Call) or len(node.args) != 2:  # noqa: PLR2004 (the name of the class, and its fields)
        return None
    path = defined_path(builder, node.func)
    listed = node.args[1]
    fields: list[tuple[str, ast.expr | None]]
    if path in _UNTYPED:
        fields = [(name, None) for name in _names(listed)]
    elif path in _TYPED and isinstance(listed, (ast.List, ast.Tuple)):
        fields = [pair for pair in map(_pair, listed.elts) if pair is not None]
    else:
        return None
    values = [keyword.value for keyword in node.keywords if keyword.arg == "defaults"]
    defaults = values[0].elts if values and isinstance(values[0], (ast.List, ast.Tuple)) else []
    given: list[ast.expr | None] = [*[None] * (len(fields) - len(defaults)), *defaults]
    return [_declared(node, *field, default) for field, default in zip(fields, given, strict=False)]


def _names(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.replace(",", " ").split()
    parts = node.elts if isinstance(node, (ast.List, ast.Tuple)) else []
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _pair(node: ast.expr) -> tuple[str, ast.expr | None] | None:
    parts = node.elts if isinstance(node, ast.Tuple) else []
    name = parts[0].value if len(parts) == 2 and isinstance(parts[0], ast.Constant) else None  # noqa: PLR2004 (a pair)
    return (name, parts[1]) if isinstance(name, str) else None


def _declared(node: ast.Call, name: str, annotation: ast.expr | None, default: ast.expr | None) -> ast.AnnAssign:
    target = ast.Name(id=name, ctx=ast.Store())
    declared = ast.AnnAssign(target=target, annotation=annotation or ast.Constant(value=...), value=default, simple=1)
    return ast.fix_missing_locations(ast.copy_location(declared, node))
