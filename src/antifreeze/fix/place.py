"""Where a finding stands in the syntax tree, and whether an `await` may be written there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antifreeze.fix.text import Text

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class Tree:
    """A parsed file, with the parent of each node."""

    def __init__(self, text: Text, root: ast.Module) -> None:
        self.text = text
        self.root = root
        self._parents: dict[ast.AST, ast.AST] = {}
        self._calls: dict[tuple[int, int], ast.Call] = {}
        pending: list[ast.AST] = [root]
        while pending:
            node = pending.pop()
            for child in ast.iter_child_nodes(node):
                self._parents[child] = node
                pending.append(child)
            if isinstance(node, ast.Call):
                self._calls[text.span(node)] = node

    def call_at(self, start: int, end: int) -> ast.Call | None:
        """The call that takes up just these characters."""
        return self._calls.get((start, end))

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node around a node; None for the module."""
        return self._parents.get(node)

    def ancestors(self, node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
        """The nodes around a node from the inside out, each with its child that leads to the node."""
        child, parent = node, self._parents.get(node)
        while parent is not None:
            yield parent, child
            child, parent = parent, self._parents.get(parent)

    def statement(self, node: ast.AST) -> ast.stmt:
        """The innermost statement that a node stands in."""
        if isinstance(node, ast.stmt):
            return node
        return next(parent for parent, _ in self.ancestors(node) if isinstance(parent, ast.stmt))

    def function(self, node: ast.AST) -> ast.AsyncFunctionDef | None:
        """The coroutine function in whose own body a node stands."""
        found = next((parent for parent, _ in self.ancestors(node) if isinstance(parent, FUNCTIONS)), None)
        return found if isinstance(found, ast.AsyncFunctionDef) else None

    def why_no_await(self, node: ast.AST) -> str:
        """Why no `await` may be written in place of a node; empty where one may."""
        for parent, child in self.ancestors(node):
            if isinstance(parent, ast.Lambda):
                return "it stands in a lambda, which cannot await"
            if isinstance(parent, ast.GeneratorExp):
                return "it stands in a generator expression, which runs where it is iterated"
            if isinstance(parent, ast.JoinedStr):
                return "it stands in an f-string"
            if isinstance(parent, ast.ClassDef):
                return "it stands in a class body"
            if isinstance(parent, ast.Await):
                return "its result is awaited"
            if isinstance(parent, ast.FunctionDef):
                return "it does not stand in a coroutine's own body"
            if isinstance(parent, ast.AsyncFunctionDef):
                is_body = isinstance(child, ast.stmt)
                return "" if is_body else "it stands in a default, an annotation or a decorator"
            if isinstance(parent, ast.AugAssign) and not isinstance(parent.target, ast.Name):
                return "other tasks could change what it is added to while it is awaited"
        return "it stands outside of functions"

    def names_bound(self) -> set[str | None]:
        """Every name that the file binds or deletes anywhere, but by importing it."""
        return {name for node in self._parents for name in _names_bound_by(node)}

    def is_read_beside(self, name: str, function: ast.AST) -> bool:
        """Whether a function reads a name outside of the `with` blocks that bind it."""
        return any(
            isinstance(node, ast.Name)
            and node.id == name
            and isinstance(node.ctx, ast.Load)
            and not any(isinstance(parent, ast.With) and _binds(parent, name) for parent, _ in self.ancestors(node))
            for node in ast.walk(function)
        )


def _binds(block: ast.With, name: str) -> bool:
    return any(isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name for item in block.items)


def _names_bound_by(node: ast.AST) -> tuple[str | None, ...]:
    if isinstance(node, ast.Name):
        return () if isinstance(node.ctx, ast.Load) else (node.id,)
    if isinstance(node, ast.arg):
        return (node.arg,)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return (node.name,)
    if isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
        return (node.name,)
    return (node.rest,) if isinstance(node, ast.MatchMapping) else ()
