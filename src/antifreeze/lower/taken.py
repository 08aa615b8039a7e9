"""What a function takes out of its keyword arguments by name: a parameter in all but its spelling."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.literals import can_be_kept
from antifreeze.model.expression import NO_NODE, Attribute, Param
from antifreeze.model.summary import Parameter, ParamKind


def taken_by_name(builder: Builder, node: ast.Call) -> int:
    """`kwargs.pop("wait", True)` and `kwargs.get("wait")` read what is a keyword-only parameter but for its spelling.

    A negative number for all other calls, and where the function itself puts something into its keyword arguments.
    """
    func = node.func
    if not (isinstance(func, ast.Attribute) and func.attr in ("get", "pop") and isinstance(func.value, ast.Name)):
        return NO_NODE
    known = _default_of(node, func.attr)
    kwargs = builder.flow.env.get(func.value.id, NO_NODE)
    param = builder.nodes[kwargs] if kwargs >= 0 else None
    if known is None or not isinstance(param, Param) or builder.parent is None or _is_changed(builder, kwargs):
        return NO_NODE
    params = builder.scope.params
    if params[param.index].kind is not ParamKind.VAR_KEYWORD:
        return NO_NODE
    name, default = known
    place = next((place for place, other in enumerate(params) if other.name == name), len(params))
    if place == len(params):
        builder.scope.params = (*params, Parameter(name, ParamKind.TAKEN, NO_NODE, builder.parent.literal(default)))
    elif params[place].kind is not ParamKind.TAKEN:
        return NO_NODE
    index = builder.asked[builder.span(node)] = builder.add(Param(place))
    return index


def _default_of(node: ast.Call, method: str) -> tuple[str, bool | int | float | str | None] | None:
    """The key, and the constant in its place where it is not given; None where either is something else."""
    if node.keywords or not 1 <= len(node.args) <= 2 or not isinstance(node.args[0], ast.Constant):  # noqa: PLR2004
        return None
    key = node.args[0].value
    default = node.args[1] if len(node.args) > 1 else ast.Constant(None) if method == "get" else None
    if not isinstance(key, str) or not key.isidentifier() or not isinstance(default, ast.Constant):
        return None
    return (key, default.value) if can_be_kept(default.value) else None


def _is_changed(builder: Builder, kwargs: int) -> bool:
    """Whether something is put into the keyword arguments before they are asked."""
    return any(store.base == kwargs for store in builder.scope.stores) or any(
        isinstance(node, Attribute) and node.base == kwargs and node.name in ("setdefault", "update")
        for node in builder.nodes
    )
