"""Members that a dotted name leads to, one by one: `for part in path.split("."): x = getattr(x, part)`."""

from __future__ import annotations

import ast


def walked(node: ast.For | ast.AsyncFor) -> ast.Assign | None:
    """The assignment that such a loop comes to, of what the whole of the name leads to; None for other loops."""
    path = _parted(node.iter)
    step = node.body[0] if len(node.body) == 1 else None
    if path is None or node.orelse or not isinstance(step, ast.Assign) or not isinstance(node.target, ast.Name):
        return None
    got, target = step.value, step.targets[0]
    if not isinstance(got, ast.Call) or not _is_getattr(got) or not isinstance(target, ast.Name):
        return None
    owner, part = got.args
    is_step = isinstance(owner, ast.Name) and owner.id == target.id
    if not is_step or not isinstance(part, ast.Name) or part.id != node.target.id:
        return None
    return ast.copy_location(ast.Assign(step.targets, _got(got, owner, path)), step)


def reduced(call: ast.Call) -> ast.Call | None:
    """The call of `getattr` that `reduce(getattr, path.split("."), x)` comes to; None for other calls."""
    if len(call.args) != 3 or not isinstance(call.args[0], ast.Name) or call.args[0].id != "getattr":  # noqa: PLR2004
        return None
    path = _parted(call.args[1])
    return None if path is None else _got(call, call.args[2], path)


def _parted(node: ast.expr) -> ast.expr | None:
    """What is split at its dots."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "split":
        return None
    at = node.args[0] if len(node.args) == 1 and not node.keywords else None
    return node.func.value if isinstance(at, ast.Constant) and at.value == "." else None


def _is_getattr(call: ast.Call) -> bool:
    is_named = isinstance(call.func, ast.Name) and call.func.id == "getattr"
    return is_named and len(call.args) == 2 and not call.keywords  # noqa: PLR2004 (what, and the name)


def _got(call: ast.Call, owner: ast.expr, path: ast.expr) -> ast.Call:
    func = ast.copy_location(ast.Name("getattr", ast.Load()), call)
    return ast.copy_location(ast.Call(func, [owner, path], []), call)
