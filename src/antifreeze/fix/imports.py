"""The import that a fix needs: one that is there already, or a new line in the right place."""

from __future__ import annotations

import ast

from antifreeze.fix.place import FUNCTIONS, Tree
from antifreeze.fix.text import TextEdit


class Imports:
    """Makes names of modules available at the top level of a file."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._bound = tree.names_bound()
        self._others = _imported_otherwise(tree.root)
        self._local: dict[ast.AST, set[str]] = {}

    def name_of(self, module: str, node: ast.AST) -> tuple[str, tuple[TextEdit, ...]] | None:
        """How code at a node can speak of the module, and the edits that make it so; None where its name is taken."""
        for statement in self._tree.root.body:
            for alias in statement.names if isinstance(statement, ast.Import) else ():
                name = alias.asname or module
                if alias.name == module and self._is_free(name.partition(".")[0], node, bool(alias.asname)):
                    return name, ()
        if not self._is_free(module.partition(".")[0], node, False):
            return None
        return module, (self._new_line(f"import {module}"),)

    def _is_free(self, name: str, node: ast.AST, is_alias: bool) -> bool:
        """Whether a name means the module wherever it is bound, also at the node."""
        if name in self._bound or (name in self._others and not is_alias):
            return False
        functions = [parent for parent, _ in self._tree.ancestors(node) if isinstance(parent, FUNCTIONS)]
        return not functions or name not in self._imported_in(functions[-1])

    def _imported_in(self, function: ast.AST) -> set[str]:
        """The modules that a function imports for itself: before that, their names are not bound in it."""
        known = self._local.get(function)
        if known is None:
            known = self._local[function] = {
                alias.asname or alias.name.partition(".")[0]
                for node in ast.walk(function)
                if isinstance(node, ast.Import)
                for alias in node.names
            }
        return known

    def _new_line(self, statement: str) -> TextEdit:
        text = self._tree.text
        body = self._tree.root.body
        start = 1 if _is_docstring(body) else 0
        while start < len(body) and _is_future(body[start]):
            start += 1
        place = next((node for node in body[start:] if isinstance(node, (ast.Import, ast.ImportFrom))), None)
        is_among_imports = place is not None and all(_is_import(node) for node in body[start : body.index(place)])
        if place is not None and is_among_imports and place.col_offset == 0:
            offset = text.line_start(place.lineno)
            return TextEdit(offset, offset, f"{statement}{text.newline}")
        if not start:
            first = body[0] if body else None
            offset = text.line_start(_first_line(first)) if first is not None else len(text.value)
            return TextEdit(offset, offset, f"{statement}{text.newline}{text.newline}")
        before = body[start - 1]
        assert before.end_lineno is not None
        offset = text.line_start(before.end_lineno + 1)
        lead = "" if text.value[:offset].endswith(("\n", "\r")) else text.newline
        blank = text.newline if _is_docstring([before]) else ""
        return TextEdit(offset, offset, f"{lead}{blank}{statement}{text.newline}")


def _first_line(node: ast.stmt) -> int:
    """The line that a definition starts on, its decorators included."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return min([node.lineno, *(part.lineno for part in node.decorator_list)])
    return node.lineno


def _is_docstring(body: list[ast.stmt]) -> bool:
    first = body[0] if body else None
    return isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _imported_otherwise(root: ast.Module) -> set[str]:
    """The names that some import binds to anything but the module of that name."""
    found: set[str] = set()
    for node in ast.walk(root):
        if isinstance(node, ast.ImportFrom):
            found.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.asname for alias in node.names if alias.asname and alias.asname != alias.name)
    return found
