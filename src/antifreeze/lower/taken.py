"""What a function takes out of its keyword arguments by name: a parameter in all but its spelling."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.fallbacks import falling_back
from antifreeze.lower.literals import can_be_kept
from antifreeze.model.expression import NO_NODE, Attribute, Param
from antifreeze.model.summary import Parameter, ParamKind


def taken_by_name(builder: Builder, node: ast.Call) -> int:
    """`kwargs.pop("wait", True)` and `kwargs.get("wait")` read what is a keyword-only parameter but for its spelling.

    A negative number for all other calls, and where the function itself puts something into its keyword arguments.
    """
    func = node.func
    if not (isinstance(func, ast.Attribute) and func.attr in ("get", "pop")) or node.keywords:
        return NO_NODE
    if not 1 <= len(node.args) <= 2:  # noqa: PLR2004 (the key, a default)
        return NO_NODE
    default = node.args[1] if len(node.args) > 1 else ast.Constant(None) if func.attr == "get" else None
    constant = default.value if isinstance(default, ast.Constant) else None
    if not can_be_kept(constant):
        default = constant = None  # then nothing is known where the key is missing
    without = NO_NODE if default is None or builder.parent is None else builder.parent.literal(constant)
    index = _parameter(builder, func.value, node.args[0], without)
    if index >= 0 and default is not None and not isinstance(default, ast.Constant):
        return falling_back(builder, builder.choice([index, builder.expr(default)]), index)
    if index >= 0:
        builder.asked[builder.span(node)] = index
    return index


def taken_by_key(builder: Builder, node: ast.Subscript) -> int:
    """`kwargs["wait"]`, likewise."""
    index = _parameter(builder, node.value, node.slice, NO_NODE)
    if index >= 0:
        builder.asked[builder.span(node)] = index
    return index


def _parameter(builder: Builder, kwargs: ast.expr, key: ast.expr, default: int) -> int:
    """What stands under a key of the function's keyword arguments, as a parameter; negative where it is none."""
    if not isinstance(kwargs, ast.Name) or not isinstance(key, ast.Constant) or not isinstance(key.value, str):
        return NO_NODE
    index = builder.flow.env.get(kwargs.id, NO_NODE)
    node = builder.nodes[index] if index >= 0 else None
    params = builder.scope.params
    if not isinstance(node, Param) or params[node.index].kind is not ParamKind.VAR_KEYWORD:
        return NO_NODE
    if not key.value.isidentifier() or _is_changed(builder, index):
        return NO_NODE
    place = next((place for place, other in enumerate(params) if other.name == key.value), len(params))
    if place == len(params):
        builder.scope.params = (*params, Parameter(key.value, ParamKind.TAKEN, NO_NODE, default))
    elif params[place].kind is not ParamKind.TAKEN:
        return NO_NODE
    return builder.add(Param(place))


def _is_changed(builder: Builder, kwargs: int) -> bool:
    """Whether something is put into the keyword arguments before they are asked."""
    return any(store.base == kwargs for store in builder.scope.stores) or any(
        isinstance(node, Attribute) and node.base == kwargs and node.name in ("setdefault", "update")
        for node in builder.nodes
    )
