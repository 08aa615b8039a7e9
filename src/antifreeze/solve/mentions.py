"""Which functions are handed around by name, or offered to others: calls that nobody sees may follow from either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antifreeze.link.resolver import Resolver
from antifreeze.link.spelled import spellings
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ScopeRef

_READS = frozenset((ex.Name, ex.Free, ex.Captured))

_DEFINED = (ex.Function, ex.Decorate, ex.Class)

_SPELT = frozenset((*_READS, *_DEFINED, ex.Attribute, ex.Import))

_HANDED: dict[type, str] = {
    ex.Collection: "items",
    ex.Choice: "options",
    ex.Both: "parts",
    ex.Declared: "value",
    ex.Extend: "value",
    ex.Star: "base",
}
"""The operand that does more with what it is given than to call or to decorate it, by the kind of node."""

_TESTS = frozenset(("isinstance", "issubclass", "cast"))

_PATH = re.compile(r"[\w.]+[.:](\w+)")
"""A text that may name a function by its module: `jobs.nightly:run`."""


class Mentions:
    """The names that the program reads without calling what they stand for."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._is_collected = False
        self._attributes: set[str] = set()
        self._names: set[str] = set()
        self._classes: set[str] = set()
        self._asked: set[str] = set()
        self._partials: set[str] = set()
        self._exported: set[str] = set()

    def of_attribute(self, name: str) -> bool:
        """Whether something of that name is read as an attribute: a method, or a function by its module."""
        self._collect()
        return name in self._attributes

    def of_name(self, name: str) -> bool:
        """Whether a function or class of that name is read by its plain name."""
        self._collect()
        return name in self._names

    def of_class(self, name: str) -> bool:
        """Whether a class of that name is handed on, kept or returned, beyond tests of what is of it."""
        self._collect()
        return name in self._classes

    def asks_class(self, name: str) -> bool:
        """Whether a class of that name is asked for a member, `Client.create(...)`, which may make an object of it."""
        self._collect()
        return name in self._asked

    def in_partial(self, name: str) -> bool:
        """Whether a partial function is made of something of that name."""
        self._collect()
        return name in self._partials

    def is_exported(self, ref: ScopeRef) -> bool:
        """Whether a package or `__all__` offers a module's function or class to others."""
        self._collect()
        return ref.scope.name in self._exported

    def _collect(self) -> None:
        if self._is_collected:
            return
        self._is_collected = True
        for ref in self._r.program.refs():
            operands = _Operands(ref)
            self._partials.update(name for index in operands.partial for name in spellings(ref, index))
            self._note_reads(ref, (operands.called | operands.partial) - operands.handed)
            self._names.update(_defined_and_handed(ref, operands.handed))
            self._classes.update(_classes_handed(ref, operands))
            self._asked.update(_classes_asked(ref))
            if ref.scope.kind is ScopeKind.MODULE:
                self._exported.update(_offered(ref))

    def _note_reads(self, ref: ScopeRef, called: set[int]) -> None:
        """Note the names that a scope reads, other than to call what they stand for."""
        for index, node in enumerate(ref.scope.nodes):
            kind = node.__class__
            if kind is ex.Attribute:
                if index not in called:
                    self._attributes.add(node.name)  # type: ignore[union-attr]  # an attribute
            elif kind in _READS:
                if index not in called:
                    self._names.update(spellings(ref, index))
            elif kind is ex.Literal:
                text = node.value  # type: ignore[union-attr]  # a literal
                if isinstance(text, str) and (match := _PATH.fullmatch(text)):
                    self._names.add(match[1])


class _Operands:
    """What the nodes of a scope do with other nodes; a name that is read twice is one node."""

    def __init__(self, ref: ScopeRef) -> None:
        self._nodes = ref.scope.nodes
        self.called: set[int] = set()
        """What is called, or decorates."""
        self.partial: set[int] = set()
        """What partial functions are made of."""
        self.handed = set(ref.scope.returns)
        """What is handed on, kept or returned."""
        self.harmless: set[int] = set()
        """What only tests something, or is part of a type."""
        self.handed.update(store.value for store in ref.scope.stores)
        for node in self._nodes:
            kind = node.__class__
            if kind is ex.Call:
                self._call(node)  # type: ignore[arg-type]  # a call
            elif kind in _HANDED:
                operand = getattr(node, _HANDED[kind])
                self.handed.update((operand,) if isinstance(operand, int) else operand)
            elif isinstance(node, ex.Decorate):
                self.called.add(node.decorator)
            elif isinstance(node, ex.Binary):
                self.handed.update((node.left, node.right))
                if node.op == "or":  # `X | None`
                    self.harmless.update((node.left, node.right))
            elif isinstance(node, ex.Subscript) and node.index != ex.NO_NODE:  # `dict[str, X]`
                inner = self._nodes[node.index]
                self.harmless.update(inner.items if isinstance(inner, ex.Collection) else ())

    def _call(self, node: ex.Call) -> None:
        self.called.add(node.func)
        func = self._nodes[node.func]
        args = node.args
        if args and isinstance(func, (ex.Name, ex.Attribute)):
            if func.name == "partial":
                self.partial.add(args[0])
                args = args[1:]
            elif func.name in _TESTS and isinstance(func, ex.Name):
                self.harmless.update(args)
        self.handed.update(args)
        self.handed.update(index for _, index in node.keywords)


def _defined_and_handed(ref: ScopeRef, handed: set[int]) -> Iterator[str]:
    """The names of what is defined in a scope, and handed on or bound to another name there."""
    bound: dict[int, list[str]] = {}
    for name, index in ref.scope.names.items():
        if ref.scope.nodes[index].__class__ in _DEFINED:
            bound.setdefault(index, []).append(name)
    for index, names in bound.items():
        known = spellings(ref, index)
        if index in handed or any(name not in known for name in names):
            yield from known


def _classes_handed(ref: ScopeRef, operands: _Operands) -> Iterator[str]:
    """What is spelt as a class is, where it is handed on, and not only in a type or to what tests an object of it."""
    nodes = ref.scope.nodes
    for index in operands.handed:
        if nodes[index].__class__ in _SPELT and index not in operands.harmless:
            yield from _like_classes(ref, index)


def _classes_asked(ref: ScopeRef) -> Iterator[str]:
    """What is spelt as a class is, where a member is read by its name, beyond those that heirs call of their bases."""
    nodes = ref.scope.nodes
    for node in nodes:
        if isinstance(node, ex.Attribute) and not node.name.startswith("__") and nodes[node.base].__class__ in _SPELT:
            yield from _like_classes(ref, node.base)


def _like_classes(ref: ScopeRef, index: int) -> Iterator[str]:
    """The names that a node goes by which are spelt as those of classes are."""
    return (name for name in spellings(ref, index) if name[:1].isupper() or name[:1] == "_")


def _offered(ref: ScopeRef) -> Iterator[str]:
    """What a module says that it offers, and what a package takes over from its modules."""
    yield from ref.module.exports or ()
    if ref.module.is_package:
        yield from (node.name for node in ref.scope.nodes if isinstance(node, ex.Import))
