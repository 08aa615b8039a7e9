"""A plain helper that only coroutines call becomes one itself, is awaited, and no longer blocks within."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from antifreeze.fix.place import FUNCTIONS, Tree, name_of
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit

_LEFT = "the helper is used in other ways than by coroutines that call it"


class Helpers:
    """Finds out whether a function of the file can be a coroutine function, and writes that at every place."""

    def __init__(self, tree: Tree, elsewhere: Callable[[str], bool]) -> None:
        self._tree = tree
        self._elsewhere = elsewhere

    def entered(self, call: ast.Call, line: int, column: int) -> ast.FunctionDef:
        """The helper that a call enters, whose own body holds the call at a place; raises `Refused`."""
        offset = self._tree.text.offset(line, column - 1)
        inner = [
            node
            for node in ast.walk(self._tree.root)
            if isinstance(node, FUNCTIONS) and self._tree.text.span(node)[0] <= offset < self._tree.text.span(node)[1]
        ]
        helper = max(inner, key=lambda node: self._tree.text.span(node)[0], default=None)
        if not isinstance(helper, ast.FunctionDef) or helper.name != name_of(call.func):
            raise Refused(_LEFT)
        return helper

    def edits(self, helper: ast.FunctionDef) -> tuple[TextEdit, ...]:
        """The edits that make it a coroutine function and await it everywhere; raises `Refused`."""
        owner = self._tree.parent(helper)
        is_method = isinstance(owner, ast.ClassDef)
        if helper.decorator_list or not isinstance(owner, (ast.Module, ast.ClassDef)) or self._yields(helper):
            raise Refused(_LEFT)
        if is_method and (not helper.name.startswith("_") or helper.name.startswith("__")):
            raise Refused(_LEFT)
        if self._elsewhere(helper.name) or self._is_named_in_texts(helper.name):
            raise Refused(_LEFT)
        start, _ = self._tree.text.span(helper)
        edits = [TextEdit(start, start, "async ")]
        for use in self._uses(helper):
            edits.extend(self._awaited(use, is_method))
        return tuple(edits)

    def _yields(self, helper: ast.FunctionDef) -> bool:
        return any(
            isinstance(node, (ast.Yield, ast.YieldFrom))
            or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("super", "locals"))
            for node in ast.walk(helper)
        )

    def _is_named_in_texts(self, name: str) -> bool:
        return any(isinstance(node, ast.Constant) and node.value == name for node in ast.walk(self._tree.root))

    def _uses(self, helper: ast.FunctionDef) -> Iterator[ast.Name | ast.Attribute]:
        for node in ast.walk(self._tree.root):
            if isinstance(node, ast.alias) and helper.name in (node.name, node.asname):
                raise Refused(_LEFT)
            if node is not helper and helper.name in self._tree.bound_by(node):
                raise Refused(_LEFT)
            if isinstance(node, ast.Name) and node.id == helper.name:
                yield node
            if isinstance(node, ast.Attribute) and node.attr == helper.name:
                yield node

    def _awaited(self, use: ast.Name | ast.Attribute, is_method: bool) -> tuple[TextEdit, ...]:
        call = self._tree.parent(use)
        fits = isinstance(use, ast.Name) != is_method
        if is_method and isinstance(use, ast.Attribute):
            fits = isinstance(use.value, ast.Name) and use.value.id == "self"
        if not fits or not isinstance(call, ast.Call) or call.func is not use or self._tree.why_no_await(call):
            raise Refused(_LEFT)
        if isinstance(self._tree.parent(call), ast.Await):
            raise Refused(_LEFT)
        return self._tree.awaited(call)
