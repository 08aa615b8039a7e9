"""What a client or a session is made by where a name is bound to it, and how the block is entered that binds it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antifreeze.fix.place import Tree
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit


def made_by(bound: ast.AST | None) -> ast.Call:
    """The call whose outcome an assignment or a `with` binds; raises `Refused` where there is not one."""
    value = None
    if isinstance(bound, ast.Assign) and len(bound.targets) == 1:
        value = bound.value
    elif isinstance(bound, ast.withitem):
        value = bound.context_expr
    if not isinstance(value, ast.Call):
        raise Refused("it is not made in one place")
    return value


def entered(tree: Tree, bound: ast.AST | None) -> Iterator[TextEdit]:
    """The edit that makes the block asynchronous, where a `with` binds; raises `Refused` where it cannot be."""
    if isinstance(bound, ast.withitem):
        block = tree.parent(bound)
        if not isinstance(block, ast.With) or len(block.items) != 1 or tree.why_no_await(block):
            raise Refused("nothing can be awaited here")
        start, _ = tree.text.span(block)
        yield TextEdit(start, start, "async ")
