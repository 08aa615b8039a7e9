"""The import that a fix needs: one that is there already, or a new line in the right place."""

from __future__ import annotations

import ast

from antifreeze.fix.place import FUNCTIONS, Tree
from antifreeze.fix.sections import Sections
from antifreeze.fix.text import TextEdit


class Imports:
    """Makes names of modules available at the top level of a file."""

    def __init__(self, tree: Tree, package: str) -> None:
        self._tree = tree
        self._sections = Sections(tree, package)
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
        return module, (self._sections.new(module),)

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


def _imported_otherwise(root: ast.Module) -> set[str]:
    """The names that some import binds to anything but the module of that name."""
    found: set[str] = set()
    for node in ast.walk(root):
        if isinstance(node, ast.ImportFrom):
            found.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.asname for alias in node.names if alias.asname and alias.asname != alias.name)
    return found
