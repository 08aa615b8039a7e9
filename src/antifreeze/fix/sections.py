"""Where a new import belongs: in the section of its kind, in the order that the file's imports are in."""

from __future__ import annotations

import ast
import itertools
import sys
from collections.abc import Sequence

from antifreeze.fix.place import Tree
from antifreeze.fix.text import TextEdit

_STANDARD, _OTHER, _OWN = range(3)

Import = ast.Import | ast.ImportFrom


class Sections:
    """The imports at a file's top, in runs of lines without a gap; `package` is what the file itself belongs to."""

    def __init__(self, tree: Tree, package: str) -> None:
        self._tree = tree
        self._text = tree.text
        self._package = package
        body = tree.root.body
        start = 1 if _is_docstring(body) else 0
        while start < len(body) and _is_future(body[start]):
            start += 1
        self._before = body[:start]
        self._imports = _imports_at_start(body[start:])
        alone = [node for node in self._imports if tree.stands_alone(node)]
        self._runs = _without_gaps(alone)
        mixed = [run for run in self._runs if len({self._kind(node) for node in run}) > 1]
        self._mixed = mixed[0] if mixed else None
        self._by_module = any(
            isinstance(one, ast.ImportFrom) and isinstance(other, ast.Import) and self._kind(one) == self._kind(other)
            for run in self._runs
            for one, other in itertools.pairwise(run)
        )
        """Whether `from b import c` stands before `import d`: then the modules' names alone are in order."""

    def new(self, module: str) -> TextEdit:
        """The line that imports a module."""
        line = f"import {module}{self._text.newline}"
        kind = self._kind_of(module)
        for run in sorted(self._runs, key=lambda run: run is self._mixed):
            kinds = [self._kind(node) for node in run]
            if kind in kinds:
                is_sorted = kinds == sorted(kinds)
                own = [node for node in run if self._kind(node) == kind or not is_sorted]
                return self._among(own, module.lower(), line)
        if self._mixed is not None:
            lower = [node for node in self._mixed if self._kind(node) < kind]
            return self._line_after(lower[-1], line) if lower else self._line_before(self._mixed[0], line)
        if self._runs:
            return self._section(kind, line)
        if self._imports:
            return self._line_before(self._imports[0], line)
        return self._first(line)

    def _among(self, own: Sequence[Import], name: str, line: str) -> TextEdit:
        """The line's place among imports of its kind that follow each other."""
        plain = own if self._by_module else [node for node in own if isinstance(node, ast.Import)]
        if not plain:
            return self._line_before(own[0], line)
        following = next((node for node in plain if _module(node).lower() > name), None)
        return self._line_after(plain[-1], line) if following is None else self._line_before(following, line)

    def _section(self, kind: int, line: str) -> TextEdit:
        """The line as a section of its own."""
        newline = self._text.newline
        lower = [run for run in self._runs if self._kind(run[-1]) < kind]
        if lower:
            return self._line_after(lower[-1][-1], f"{newline}{line}")
        return self._line_before(self._runs[0][0], f"{line}{newline}", above_comments=True)

    def _first(self, line: str) -> TextEdit:
        """The line in a file that starts with no imports."""
        newline = self._text.newline
        body = self._tree.root.body
        if not body:
            return TextEdit(len(self._text.value), len(self._text.value), line)
        if not self._before:
            return self._line_before(body[0], f"{line}{newline}", above_comments=True)
        return self._line_after(self._before[-1], f"{newline}{line}" if _is_docstring(self._before[-1:]) else line)

    def _line_before(self, node: ast.stmt, line: str, above_comments: bool = False) -> TextEdit:
        first = number = _first_line(node)
        while above_comments and self._text.line(number - 1).lstrip("\x0c").startswith("#"):
            number -= 1
        # What is said at the very start is said of the file.
        offset = self._text.line_start(first if number == 1 else number)
        return TextEdit(offset, offset, line)

    def _line_after(self, node: ast.stmt, line: str) -> TextEdit:
        last = node.end_lineno or node.lineno
        for other in self._tree.root.body:
            if other.lineno <= last < (other.end_lineno or last):
                last = other.end_lineno or last
        while self._text.line(last).endswith("\\"):
            last += 1
        offset = self._text.line_start(last + 1)
        lead = "" if self._text.value[:offset].endswith(("\n", "\r")) else self._text.newline
        return TextEdit(offset, offset, f"{lead}{line}")

    def _kind(self, node: Import) -> int:
        return _OWN if isinstance(node, ast.ImportFrom) and node.level else self._kind_of(_module(node))

    def _kind_of(self, module: str) -> int:
        root = module.partition(".")[0]
        if root == self._package:
            return _OWN
        return _STANDARD if root in sys.stdlib_module_names else _OTHER


def _imports_at_start(body: Sequence[ast.stmt]) -> list[Import]:
    found: list[Import] = []
    for node in body:
        if not isinstance(node, (ast.Import, ast.ImportFrom)) or (not found and node.col_offset):
            break
        found.append(node)
    return found


def _without_gaps(nodes: Sequence[Import]) -> list[list[Import]]:
    runs: list[list[Import]] = []
    for node in nodes:
        if runs and runs[-1][-1].end_lineno == node.lineno - 1:
            runs[-1].append(node)
        else:
            runs.append([node])
    return runs


def _module(node: Import) -> str:
    return node.names[0].name if isinstance(node, ast.Import) else node.module or ""


def _first_line(node: ast.stmt) -> int:
    """The line that a definition starts on, its decorators included."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return min([node.lineno, *(part.lineno for part in node.decorator_list)])
    return node.lineno


def _is_docstring(body: Sequence[ast.stmt]) -> bool:
    first = body[0] if body else None
    return isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"
