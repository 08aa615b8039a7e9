"""Parameters of functions and lambdas; annotations and defaults belong to the scope around them."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import path_of
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import Parameter, ParamKind


def annotation_of(builder: Builder, node: ast.expr | None) -> int:
    """Lower an annotation; text in quotes is parsed."""
    if node is None:
        return NO_NODE
    parsed = unquoted(node)
    if parsed is None:
        return NO_NODE
    if isinstance(parsed, (ast.Subscript, ast.BinOp)):
        _unquote_parts(parsed)
    return builder.expr(parsed)


def _unquote_parts(node: ast.expr) -> None:
    """Parse the quoted parts of an annotation, in place: `Optional["Client"]`."""
    if isinstance(node, ast.BinOp):
        node.left = unquoted(node.left) or node.left
        node.right = unquoted(node.right) or node.right
        _unquote_parts(node.left)
        _unquote_parts(node.right)
    elif isinstance(node, ast.Subscript) and path_of(node.value).rpartition(".")[2] != "Literal":
        node.slice = unquoted(node.slice) or node.slice
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if isinstance(node.slice, ast.Tuple):
            node.slice.elts = parts = [unquoted(part) or part for part in parts]
        for part in parts:
            _unquote_parts(part)


def unquoted(node: ast.expr) -> ast.expr | None:
    """The expression that a quoted annotation holds, at the quotes' position; None where it is no expression."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return node
    try:
        parsed = ast.parse(node.value.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for part in ast.walk(parsed):
        if isinstance(part, ast.expr):
            ast.copy_location(part, node)
    return parsed


def parameters_of(builder: Builder, node: ast.arguments) -> tuple[Parameter, ...]:
    """The parameters in the order in which a scope numbers them."""
    if not (node.args or node.kwonlyargs or node.vararg or node.kwarg or node.posonlyargs):
        return ()
    params: list[Parameter] = []

    def take(argument: ast.arg, kind: ParamKind, default: ast.expr | None = None) -> None:
        value = builder.expr(default) if default is not None else NO_NODE
        params.append(Parameter(argument.arg, kind, annotation_of(builder, argument.annotation), value))

    positional = [*node.posonlyargs, *node.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(node.defaults))
    defaults += node.defaults
    for index, (argument, default) in enumerate(zip(positional, defaults, strict=True)):
        only = index < len(node.posonlyargs)
        take(argument, ParamKind.POSITIONAL_ONLY if only else ParamKind.NORMAL, default)
    if node.vararg is not None:
        take(node.vararg, ParamKind.VAR_POSITIONAL)
    for argument, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
        take(argument, ParamKind.KEYWORD_ONLY, default)
    if node.kwarg is not None:
        take(node.kwarg, ParamKind.VAR_KEYWORD)
    return tuple(params)
