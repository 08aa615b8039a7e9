"""What becomes of a call's outcome and its object further on in the function, where an `await` would matter to it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antifreeze.fix.place import FUNCTIONS, WAITS, Tree, name_of, spelling


def is_entered_later(tree: Tree, call: ast.AST) -> bool:
    """Whether what a call makes is entered by an `async with` or gone through by an `async for`."""
    value, used = call, tree.parent(call)
    while isinstance(used, (ast.IfExp, ast.BoolOp, ast.NamedExpr)) and value is not getattr(used, "test", None):
        value, used = used, tree.parent(used)
    if isinstance(used, ast.AsyncFor) or isinstance(tree.parent(used or value), ast.AsyncWith):
        return True
    names = {spelling(target) for target in used.targets} if isinstance(used, ast.Assign) else set()
    if isinstance(value, ast.NamedExpr):
        names.add(spelling(value.target))
    return bool(names) and any(spelling(node) in names for node in _entered(_whole(tree, call)))


def is_cleanup(tree: Tree, node: ast.AST) -> bool:
    """Whether a node stands where what was cancelled is tidied up: there, trio and anyio let nothing wait."""
    for parent, child in tree.ancestors(node):
        if isinstance(parent, (ast.Try, ast.TryStar)) and child in parent.finalbody:
            return True
        if isinstance(parent, ast.ExceptHandler) and (parent.type is None or _may_be_cancelled(parent.type)):
            return True
        if isinstance(parent, FUNCTIONS):
            return isinstance(parent, ast.AsyncFunctionDef) and parent.name in ("__aexit__", "aclose")
    return False


def _may_be_cancelled(type_: ast.expr) -> bool:
    names = {name_of(part) for part in ast.walk(type_) if isinstance(part, (ast.Name, ast.Attribute))}
    return any(name == "BaseException" or "cancelled" in name.lower() for name in names)


def is_read_to_change(tree: Tree, call: ast.Call) -> bool:
    """Whether items of the object that is asked are set or deleted next, without an `await` up to there.

    Other tasks could change them meanwhile, if the answer was awaited.
    """
    if not isinstance(call.func, ast.Attribute) or not tree.is_beyond(call.func.value):
        return False
    asked = spelling(call.func.value)
    _, end = tree.text.span(call)
    changes = [
        start
        for node in tree.items_and_waits(call)
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load) and spelling(node.value) == asked
        if (start := tree.text.span(node)[0]) > end
    ]
    return bool(changes) and not any(
        end < tree.text.span(node)[0] < min(changes) for node in tree.items_and_waits(call) if isinstance(node, WAITS)
    )


def _entered(node: ast.AST) -> Iterator[ast.expr]:
    for part in ast.walk(node):
        if isinstance(part, ast.AsyncWith):
            yield from (item.context_expr for item in part.items)
        elif isinstance(part, ast.AsyncFor) or (isinstance(part, ast.comprehension) and part.is_async):
            yield part.iter
        elif isinstance(part, ast.Attribute) and part.attr in ("__aenter__", "__aiter__", "__anext__"):
            yield part.value
        elif isinstance(part, ast.Call) and name_of(part.func) in ("enter_async_context", "aclosing", "aiter", "anext"):
            yield from part.args


def _whole(tree: Tree, node: ast.AST) -> ast.AST:
    """The function, or the class, that names and attributes are looked for in."""
    around = [parent for parent, _ in tree.ancestors(node)]
    return next((parent for parent in reversed(around) if isinstance(parent, (*FUNCTIONS, ast.ClassDef))), around[-1])
