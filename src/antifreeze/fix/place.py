"""Where a finding stands in the syntax tree, and whether an `await` may be written there."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator

from antifreeze.fix.text import Text, TextEdit

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)

WAITS = (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.Yield)
"""Where other tasks may run meanwhile."""

_NO_PLACES: dict[type[ast.AST], str] = {
    ast.Lambda: "it stands in a lambda, which cannot await",
    ast.GeneratorExp: "it stands in a generator expression, which runs where it is iterated",
    ast.JoinedStr: "it stands in an f-string",
    ast.ClassDef: "it stands in a class body",
}
"""Where nothing may be awaited, however deep within."""

_NO_PARENTS: dict[type[ast.AST], str] = {
    ast.Await: "its result is awaited",
    ast.Raise: "it makes what is raised: let that be made without blocking",
}
"""What has no use for an awaited call."""


class Tree:
    """A parsed file, with the parent of each node."""

    def __init__(self, text: Text, root: ast.Module) -> None:
        self.text = text
        self.root = root
        self._parents: dict[ast.AST, ast.AST] = {}
        self._calls: dict[tuple[int, int], ast.Call] = {}
        self.coming: set[ast.AST] = set()
        """Plain functions that the fix which is being written makes coroutine functions."""
        self._entered: dict[tuple[int, int], ast.expr] = {}
        self._own: dict[ast.AST, tuple[ast.AST, ...]] = {}
        self._bound_in: dict[ast.AST, frozenset[str | None]] = {}
        pending: list[ast.AST] = [root]
        while pending:
            node = pending.pop()
            for child in ast.iter_child_nodes(node):
                self._parents[child] = node
                pending.append(child)
            if isinstance(node, ast.Call):
                self._calls[text.span(node)] = node
            if isinstance(node, ast.withitem):
                self._entered[text.span(node.context_expr)] = node.context_expr
            if isinstance(node, ast.For):
                self._entered[text.span(node.iter)] = node.iter

    def call_at(self, start: int, end: int) -> ast.Call | None:
        """The call that takes up just these characters."""
        return self._calls.get((start, end))

    def entered_at(self, start: int, end: int) -> ast.expr | None:
        """What a `with` enters or a `for` iterates that takes up just these characters."""
        return self._entered.get((start, end))

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

    def _around(self, node: ast.AST) -> ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | None:
        """The innermost function, of whatever kind, that a node stands in."""
        return next((parent for parent, _ in self.ancestors(node) if isinstance(parent, FUNCTIONS)), None)

    def function(self, node: ast.AST) -> ast.AsyncFunctionDef | ast.FunctionDef | None:
        """The coroutine function in whose own body a node stands."""
        found = self._around(node)
        is_coroutine = isinstance(found, ast.AsyncFunctionDef) or found in self.coming
        return found if is_coroutine and not isinstance(found, ast.Lambda) else None

    def items_and_waits(self, node: ast.AST) -> tuple[ast.AST, ...]:
        """The subscripts and the waits of the function around a node, but for those of functions within."""
        function = self._around(node) or self.root
        if function not in self._own:
            self._own[function] = tuple(part for part in _within(function) if isinstance(part, (ast.Subscript, *WAITS)))
        return self._own[function]

    def why_no_await(self, node: ast.AST) -> str:
        """Why no `await` may be written in place of a node; empty where one may."""
        comprehensions = 0
        for parent, child in self.ancestors(node):
            if isinstance(parent, _COMPREHENSIONS) and child is not parent.generators[0]:
                comprehensions += 1
                if comprehensions > 1:
                    return "it stands in a comprehension within another, where Python 3.10 awaits nothing"
            if parent.__class__ in _NO_PLACES:
                return _NO_PLACES[parent.__class__]
            if child is node and parent.__class__ in _NO_PARENTS:
                return _NO_PARENTS[parent.__class__]
            if isinstance(parent, ast.FunctionDef) and parent not in self.coming:
                return "it does not stand in a coroutine's own body"
            if isinstance(parent, (ast.AsyncFunctionDef, ast.FunctionDef)):
                is_body = isinstance(child, ast.stmt)
                return "" if is_body else "it stands in a default, an annotation or a decorator"
            if self._is_changed_in_place(parent):
                return "other tasks could change what it is added to while it is awaited"
        return "it stands outside of functions"

    def _is_changed_in_place(self, node: ast.AST) -> bool:
        """Whether a statement reads what it assigns to, where other tasks see that: not in a local variable."""
        if isinstance(node, ast.AugAssign):
            return not (isinstance(node.target, ast.Name) and not self.is_shared(node.target))
        return isinstance(node, ast.Assign) and any(self._is_read_in(node.value, target) for target in node.targets)

    def _is_read_in(self, value: ast.expr, target: ast.expr) -> bool:
        """Whether a value makes use of what it is assigned to, or of what that is an item of."""
        if isinstance(target, ast.Subscript) and self.is_beyond(target.value) and self._speaks_of(value, target.value):
            return True
        is_name = isinstance(target, ast.Name) and self.is_shared(target)
        return (is_name or isinstance(target, (ast.Attribute, ast.Subscript))) and self._speaks_of(value, target)

    @staticmethod
    def _speaks_of(value: ast.expr, other: ast.expr) -> bool:
        spelt = spelling(other)
        return any(isinstance(part, type(other)) and spelling(part) == spelt for part in ast.walk(value))

    def is_beyond(self, node: ast.expr) -> bool:
        """Whether a function does not hold something alone: an attribute, or a name that it does not bind."""
        if not isinstance(node, ast.Name):
            return isinstance(node, ast.Attribute)
        function = self._around(node)
        if function is None:
            return True
        if function not in self._bound_in:
            self._bound_in[function] = frozenset(name for part in ast.walk(function) for name in names_bound_by(part))
        return node.id not in self._bound_in[function]

    def is_shared(self, name: ast.Name) -> bool:
        """Whether the function that a name stands in declares it another scope's."""
        function = self._around(name)
        return function is not None and any(
            isinstance(node, (ast.Global, ast.Nonlocal)) and name.id in node.names for node in ast.walk(function)
        )

    def unused(self, name: str, function: ast.AST) -> str:
        """A name that neither the module nor the function uses."""
        used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)} | self.names_bound()
        number, chosen = 1, name
        while chosen in used or self.imported_from(chosen):
            number += 1
            chosen = f"{name}_{number}"
        return chosen

    def stands_alone(self, statement: ast.stmt) -> bool:
        """Whether a statement shares its lines with no other."""
        start, end = self.text.span(statement)
        before = self.text.value[self.text.line_start(statement.lineno) : start]
        after = re.match(r"[^\r\n]*", self.text.value[end:])
        rest = after.group().strip() if after else ""
        return not before.strip() and (not rest or rest.startswith("#"))

    def binds_tightly(self, node: ast.expr) -> bool:
        """Whether an `await` in place of a node needs parentheses."""
        parent = self.parent(node)
        if isinstance(parent, ast.Subscript):
            return parent.slice is not node
        if isinstance(parent, ast.BinOp):
            return isinstance(parent.op, ast.Pow)
        return isinstance(parent, (ast.Attribute, ast.Starred)) or (
            isinstance(parent, ast.Call) and parent.func is node
        )

    def awaited(self, node: ast.expr) -> tuple[TextEdit, ...]:
        """The edits that put an `await` before a node."""
        start, end = self.text.span(node)
        if self.binds_tightly(node):
            return TextEdit(start, start, "(await "), TextEdit(end, end, ")")
        return (TextEdit(start, start, "await "),)

    def qualified(self, node: ast.expr) -> str:
        """The full name of what a name or attribute spells, where imports of the file alone say so; else empty."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name) or not self.imported_from(node.id):
            return ""
        return ".".join([self._full[node.id], *reversed(parts)])

    @staticmethod
    def bound_by(node: ast.AST) -> tuple[str | None, ...]:
        """The names that a node itself binds or deletes, but by importing them."""
        return names_bound_by(node)

    def names_bound(self) -> set[str | None]:
        """Every name that the file binds or deletes anywhere, but by importing it."""
        return self._bound

    @functools.cached_property
    def _bound(self) -> set[str | None]:
        return {name for node in self._parents for name in names_bound_by(node)}

    def imported_from(self, name: str) -> str:
        """The root package of a name that imports of the file's top level bind, and nothing else; else empty."""
        return "" if name in self.names_bound() else self._full.get(name, "").partition(".")[0]

    @functools.cached_property
    def _full(self) -> dict[str, str]:
        """The full name that each imported name stands for; empty where several imports bind it."""
        found: dict[str, str] = {}
        for node in ast.walk(self.root):
            for bound, full in _imports_of(node):
                found[bound] = full if found.setdefault(bound, full) == full else ""
        return found


def _imports_of(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            root = alias.name.partition(".")[0]
            yield (alias.asname, alias.name) if alias.asname else (root, root)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name, "" if node.level else f"{node.module}.{alias.name}"


def _within(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, but for those of functions within."""
    pending = list(ast.iter_child_nodes(function))
    while pending:
        part = pending.pop()
        yield part
        if not isinstance(part, FUNCTIONS):
            pending.extend(ast.iter_child_nodes(part))


def names_bound_by(node: ast.AST) -> tuple[str | None, ...]:
    """The names that a node itself binds or deletes, but by importing them."""
    if isinstance(node, ast.Name):
        return () if isinstance(node.ctx, ast.Load) else (node.id,)
    if isinstance(node, ast.arg):
        return (node.arg,)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return (node.name,)
    if isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
        return (node.name,)
    return (node.rest,) if isinstance(node, ast.MatchMapping) else ()


def spelling(node: ast.AST) -> str:
    """What is the same for nodes that spell the same, whether they read or write it."""
    return ast.dump(node).replace("Store()", "Load()").replace("Del()", "Load()")


def name_of(func: ast.expr) -> str:
    """The last name by which something is called: `c` of `a.b.c`; empty where it is called by none."""
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
