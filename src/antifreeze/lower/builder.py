"""The scope under construction: adds nodes, resolves names, records what the scope defines."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Callable

from antifreeze.lower.flow import Flow
from antifreeze.model.expression import (
    NO_NODE,
    Captured,
    Choice,
    Collection,
    Expression,
    Free,
    Literal,
    Name,
    Param,
    Unknown,
)
from antifreeze.model.location import pack
from antifreeze.model.summary import Scope, ScopeKind

ExpressionTable = dict[type, "Callable[[Builder, ast.expr], int]"]
StatementTable = dict[type, "Callable[[Builder, ast.stmt], None]"]


class ModuleBuilder:
    """What all scopes of one file share."""

    def __init__(
        self, lines: list[bytes] | None, is_stub: bool, table: ExpressionTable, statements: StatementTable
    ) -> None:
        self.lines = lines
        """The file's lines in UTF-8, where columns in bytes and in characters can differ; else None."""
        self.is_stub = is_stub
        self.table = table
        self.statements = statements
        self.exports: tuple[str, ...] | None = None
        self.scopes: list[Scope] = []
        self.builders: list[Builder] = []
        self.pending: deque[tuple[Builder, list[ast.stmt]]] = deque()
        """Function bodies that wait until the scopes around them are complete."""
        self.stars: list[tuple[str, int]] = []
        self.imports: dict[str, None] = {}
        self.renamed: dict[str, str] = {}
        """The dotted names of what the file's top imports out of modules, or under other names."""

    def open(self, scope: Scope, parent: Builder | None) -> Builder:
        """Start a new scope."""
        builder = Builder(self, scope, len(self.scopes), parent)
        self.scopes.append(scope)
        self.builders.append(builder)
        return builder

    def column(self, line: int, offset: int) -> int:
        """A column in characters, from ast's offset in UTF-8 bytes."""
        if self.lines is None or not 0 < line <= len(self.lines):
            return offset
        return len(self.lines[line - 1][:offset].decode("utf-8", "replace"))

    def span(self, node: ast.expr | ast.stmt) -> int:
        """The packed span of a syntax node."""
        line = node.lineno
        end_line = node.end_lineno or line
        end = node.end_col_offset or 0
        if self.lines is None:
            return pack(line, node.col_offset, end_line, end)
        return pack(line, self.column(line, node.col_offset), end_line, self.column(end_line, end))


class Builder:
    """One scope under construction."""

    __slots__ = ("_constants", "_names", "asked", "flow", "globals", "index", "kinds", "module", "nodes", "nonlocals",
                 "overloads", "parent", "scope", "span", "table")  # fmt: skip

    def __init__(self, module: ModuleBuilder, scope: Scope, index: int, parent: Builder | None) -> None:
        self.module = module
        self.scope = scope
        self.index = index
        self.parent = parent
        self.nodes = scope.nodes
        self.flow = Flow(scope.nodes)
        self.table = module.table
        self.span = module.span
        self.globals: set[str] = set()
        self.nonlocals: set[str] = set()
        self.overloads: set[str] = set()
        self.asked: dict[int, int] = {}
        """The calls with one argument at most of what a name leads to, by span: tests may ask them."""
        self.kinds: dict[str, Expression] = {}
        """What tests around the definition told of attributes of what is captured, by path: the kind of a function."""
        self._names: dict[str, int] = {}
        self._constants: dict[object, int] = {}

    def add(self, node: Expression) -> int:
        """Append a node; returns its index."""
        nodes = self.nodes
        nodes.append(node)
        return len(nodes) - 1

    def expr(self, node: ast.expr) -> int:
        """Lower an expression; returns the node that holds its value."""
        return self.table[node.__class__](self, node)

    def unknown(self) -> int:
        """The scope's one unknown node."""
        index = self._constants.get(Unknown)
        if index is None:
            index = self._constants[Unknown] = self.add(Unknown())
        return index

    def literal(self, value: bool | float | str | None) -> int:
        """A literal, stored once a scope."""
        key = (value.__class__, value)
        index = self._constants.get(key)
        if index is None:
            index = self._constants[key] = self.add(Literal(value))
        return index

    def builtin(self, kind: str) -> int:
        """Some instance of the builtin type `kind`, stored once a scope."""
        index = self._constants.get(kind)
        if index is None:
            index = self._constants[kind] = self.add(Collection(kind, ()))
        return index

    def choice(self, options: list[int]) -> int:
        """Any of `options`."""
        options = list(dict.fromkeys(options))
        return options[0] if len(options) == 1 else self.add(Choice(options))

    def read(self, name: str) -> int:
        """The node that reading `name` gives here."""
        node = self.flow.get(name)
        if node >= 0:
            return node
        carried = self.flow.carried(name)
        if carried and name not in self.globals and name not in self.nonlocals:
            return self.choice(carried)
        node = self._names.get(name, NO_NODE)
        if node < 0:
            node = self._outer(name)
            if node < 0:
                node = self.add(Name(name))
            self._names[name] = node
        return node

    def _outer(self, name: str) -> int:
        """`name` as a variable of an enclosing function, or `NO_NODE` where no function binds it."""
        if name in self.globals or self.parent is None:
            return NO_NODE
        if self.scope.kind is ScopeKind.FUNCTION:
            return self._free(name)
        parent: Builder | None = self.parent
        while parent is not None and parent.scope.kind is ScopeKind.CLASS and self.scope.kind is not ScopeKind.CLASS:
            parent = parent.parent
        if parent is None or parent.scope.kind is ScopeKind.MODULE:
            return NO_NODE
        node = parent.flow.get(name)
        if node < 0:
            node = parent._outer(name)  # noqa: SLF001 (the same class)
        return node if node < 0 else self.add(Captured(parent.index, node))

    def _free(self, name: str) -> int:
        builder = self.parent
        while builder is not None and builder.scope.kind is not ScopeKind.MODULE:
            if builder.scope.kind is not ScopeKind.CLASS:
                nodes = builder.flow.history.get(name)
                if nodes is not None and name not in builder.globals and name not in builder.nonlocals:
                    builder.scope.names[name] = builder.choice([node for node in nodes if node >= 0])
                    return self.add(Free(builder.index, name))
            builder = builder.parent
        return NO_NODE

    def assign(self, name: str, node: int) -> None:
        """Bind `name` to `node`, in the scope that it belongs to."""
        self.flow.assign(name, node)
        if name in self.globals:
            self.scope.outer_names.append((0, name, node))
        elif name in self.nonlocals:
            owner = self._owner(name)
            if owner >= 0:
                self.scope.outer_names.append((owner, name, node))

    def bind_parameters(self) -> None:
        """Bind the names of the scope's parameters."""
        for index, param in enumerate(self.scope.params):
            self.flow.assign(param.name, self.add(Param(index)))

    def _owner(self, name: str) -> int:
        builder = self.parent
        while builder is not None and builder.parent is not None:
            if name in builder.flow.history and builder.scope.kind is not ScopeKind.CLASS:
                return builder.index
            builder = builder.parent
        return NO_NODE
