"""`with open(...) as f` becomes `async with` of an asynchronous file, where all that is done with it can be awaited."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antifreeze.fix.imports import Imports
from antifreeze.fix.place import FUNCTIONS, Tree
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit
from antifreeze.model.finding import Finding

_AWAITED = {"read", "readline", "readlines", "write", "writelines", "seek", "tell", "flush", "truncate"}
_OPENERS = {"aiofiles.open": ("aiofiles", False), "anyio.open_file": ("anyio", True), "trio.open_file": ("trio", True)}
"""The functions that open, with the module to import and whether the opening is awaited by itself."""


class AsyncFiles:
    """Rewrites a `with` on one file and every use of that file."""

    def __init__(self, tree: Tree, imports: Imports) -> None:
        self._tree = tree
        self._imports = imports

    def edits(self, node: ast.expr, finding: Finding) -> tuple[TextEdit, ...]:
        """The edits for the block that a finding stands in; raises `Refused` where a use has no counterpart."""
        if finding.category != "file":
            raise Refused("it is no file")
        block = self._block(node)
        opener = block.items[0].context_expr
        bound = block.items[0].optional_vars
        assert isinstance(opener, ast.Call)
        assert isinstance(bound, ast.Name)
        name = self._opener_of(finding)
        module, awaits = _OPENERS[name]
        found = self._imports.name_of(module, node)
        function = self._tree.function(block)
        if found is None or function is None or self._tree.why_no_await(block):
            raise Refused("nothing can be awaited here")
        start, _ = self._tree.text.span(block)
        first, last = self._tree.text.span(opener.func)
        opened = f"{'await ' if awaits else ''}{found[0]}{name.removeprefix(module)}"
        edits = [TextEdit(start, start, "async "), TextEdit(first, last, opened)]
        inside = set(ast.walk(block))
        for use in ast.walk(function):
            if isinstance(use, ast.Name) and use.id == bound.id and use is not bound:
                if use not in inside:
                    raise Refused("the file's name is used beside the block, too")
                edits.extend(self._use(use))
        return (*edits, *found[1])

    def _block(self, node: ast.expr) -> ast.With:
        for parent, _ in self._tree.ancestors(node):
            if isinstance(parent, FUNCTIONS):
                break
            bound = self._file_of(parent)
            if isinstance(parent, ast.With) and bound and self._is_of(node, parent.items[0].context_expr, bound):
                return parent
        raise Refused("it is no block on a file")

    def _file_of(self, node: ast.AST) -> str:
        """The name of the file that a block opens, if it is no other than that; else empty."""
        if not isinstance(node, ast.With) or len(node.items) != 1 or "open" in self._tree.names_bound():
            return ""
        opener, bound = node.items[0].context_expr, node.items[0].optional_vars
        is_open = isinstance(opener, ast.Call) and isinstance(opener.func, ast.Name) and opener.func.id == "open"
        return bound.id if is_open and isinstance(bound, ast.Name) else ""

    @staticmethod
    def _is_of(node: ast.expr, opener: ast.expr, name: str) -> bool:
        """Whether a node opens the file, is it, or calls a method of it."""
        if node is opener:
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            node = node.func.value
        return isinstance(node, ast.Name) and node.id == name

    @staticmethod
    def _opener_of(finding: Finding) -> str:
        for name in _OPENERS:
            if finding.remedy.replacement.startswith(name):
                return name
        if finding.remedy.replacement.startswith("aiofiles."):
            return "aiofiles.open"
        raise Refused("no asynchronous files are known for this program")

    def _use(self, use: ast.Name) -> Iterator[TextEdit]:
        parent = self._tree.parent(use)
        if isinstance(parent, ast.For) and parent.iter is use and not self._tree.why_no_await(parent):
            start, _ = self._tree.text.span(parent)
            yield TextEdit(start, start, "async ")
            return
        call = self._tree.parent(parent) if isinstance(parent, ast.Attribute) else None
        if (
            not isinstance(parent, ast.Attribute)
            or not isinstance(call, ast.Call)
            or call.func is not parent
            or parent.attr not in _AWAITED
            or self._tree.why_no_await(call)
        ):
            raise Refused("a use of the file cannot be awaited")
        yield from self._tree.awaited(call)
