"""Which nodes of a function are worth evaluating: by the names that would have to lead to a sink, before any value.

A name is what a call is spelt with, a special method that an operator calls, or `@name` where an attribute is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antifreeze.link.arguments import decorated_as
from antifreeze.link.homes import is_method
from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Resolver
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, External, ModuleValue, ScopeRef
from antifreeze.solve.asked import WRITTEN
from antifreeze.solve.awaited import methods_by
from antifreeze.solve.implied import OPERATORS, Implied
from antifreeze.solve.mixins import BY_METHOD
from antifreeze.solve.spelling import ANY_NAME, Names

Occasion = tuple[str, ...]
"""The names of which one has to lead to a sink; none where a node is worth it in any case."""

_ALWAYS: Occasion = ()

_MADE = "__getattr__"

_ITEM = ("__getitem__", "__missing__")

_OPEN = frozenset(("fget", "fset", "fdel", "throw", *(name.rpartition(".")[2] for name in WRITTEN)))
"""What runs a part of a property, goes on with a generator, or writes to a file that it is given."""


class Worth:
    """Tells it of the nodes of functions."""

    def __init__(self, resolver: Resolver, names: Names, implied: Implied, everything: bool) -> None:
        self._r = resolver
        self._everything = everything or resolver.program.has_libraries
        self._read_names = resolver.catalog.read_names
        self._names = names
        self._implied = implied
        self._called: Memo[str, Occasion | None] = Memo(lambda name: self._by_name(name, may_be_made=True))
        """By the name of a method that is called."""
        self._defined: Memo[str, Occasion | None] = Memo(lambda name: self._by_name(name, may_be_made=False))
        """By the name of what is called, where no `__getattr__` of a class can have made it."""
        self._is_made: Memo[ScopeRef, bool] = Memo(self._has_maker)
        """Whether the objects of a class, or of a subclass, may have attributes made for them."""
        self._of_module = any(ref.enclosing.scope.kind is ScopeKind.MODULE for ref in names.functions(_MADE))
        """Whether some module's `__getattr__` gives its members."""
        self._read: Memo[str, Occasion | None] = Memo(self._by_attribute)
        self._operator: Memo[str, Occasion | None] = Memo(self._by_operator)
        self._item = _ALWAYS if implied.makes_items else self._special(*_ITEM)
        self._kinds: dict[type[ex.Expression], Callable[[ScopeRef, ex.Expression], Occasion | None]] = {
            ex.Call: self._of_call, ex.Attribute: self._of_read, ex.Binary: self._of_operator,
            ex.Subscript: lambda _ref, _node: self._item, ex.Enter: self._of_base, ex.Element: self._of_base,
            ex.Await: self._of_base,
            ex.Class: _in_any_case, ex.Decorate: _in_any_case,
        }  # fmt: skip

    def of(self, ref: ScopeRef) -> Iterator[tuple[int, Occasion]]:
        """The nodes that may run anything, in order of evaluation, with the names that decide it.

        What installed libraries call what they define is not known beforehand: then each node may.
        """
        if self._everything:
            for index, node in enumerate(ref.scope.nodes):
                if node.__class__ in self._kinds and self._of_base(ref, node) is not None:
                    yield index, _ALWAYS
            return
        for index, node in enumerate(ref.scope.nodes):
            find = self._kinds.get(node.__class__)
            names = find(ref, node) if find is not None else None
            if names is not None:
                yield index, names

    def _of_call(self, ref: ScopeRef, node: ex.Expression) -> Occasion | None:
        func = ref.scope.nodes[node.func]  # type: ignore[union-attr]  # a call
        if isinstance(func, ex.Attribute):
            return (self._called if self._may_be_made(ref, func.base) else self._defined)[func.name]
        return self._defined[func.name] if isinstance(func, ex.Name) else _ALWAYS

    def _of_base(self, _ref: ScopeRef, node: ex.Expression) -> Occasion | None:
        methods = methods_by(node)
        return self._special(*methods) if methods else _ALWAYS

    def _may_be_made(self, ref: ScopeRef, base: int) -> bool:
        """Whether what a method is called of may have attributes made for it, as far as that is cheap to know."""
        if not self._implied.makers and not self._names.made:
            return False
        node = ref.scope.nodes[base]
        if isinstance(node, ex.Name):
            values = self._r.node(ref, base)
            return not all(isinstance(value, (ModuleValue, External)) for value in values)
        is_own = isinstance(node, ex.Param) and node.index == 0 and is_method(ref)
        return not is_own or decorated_as(ref) == "staticmethod" or self._is_made[ref.enclosing]

    def _has_maker(self, cls: ScopeRef) -> bool:
        owner = self._r.make(ClassValue, cls)
        return not self._implied.makers.isdisjoint((owner, *self._r.subclasses(owner)))

    def _of_read(self, ref: ScopeRef, node: ex.Expression) -> Occasion | None:
        assert isinstance(node, ex.Attribute)
        names = self._read[node.name]
        if not names or _MADE not in names or self._of_module or self._may_be_made(ref, node.base):
            return names
        return names[:-1] or None

    def _of_operator(self, _ref: ScopeRef, node: ex.Expression) -> Occasion | None:
        return self._operator[node.op]  # type: ignore[union-attr]  # an operator

    def _by_name(self, name: str, *, may_be_made: bool) -> Occasion | None:
        names = self._names
        asked = self._implied.asked_by(name)
        length = self._special("__len__") if name == "len" else None
        is_special = name[:2] == "__" and name != "__init__"
        if is_special or not names.are_definitions(name) or names.functions(f"@{name}") or name in _OPEN:
            return _ALWAYS
        if length == _ALWAYS or not all(map(names.are_definitions, asked)):
            return _ALWAYS
        found = [*asked, *BY_METHOD.get(name, ()), *(length or ())]
        if any(names.is_rebound(one) or "*" in one for one in found):
            return _ALWAYS
        if names.functions(name):
            found.append(name)
        elif names.made and (may_be_made or names.modules_make):
            found.append(ANY_NAME)
        if may_be_made and self._implied.makers:
            found.append(_MADE)
        return tuple(found) or (_ALWAYS if names.is_spelt(name) else None)

    def _by_attribute(self, name: str) -> Occasion | None:
        if name in self._read_names:
            return _ALWAYS
        found = [f"@{name}"] if self._names.functions(f"@{name}") else []
        if self._implied.makes_attributes and (found or not self._names.is_bound(name)):
            found.append(_MADE)
        return tuple(found) or None

    def _by_operator(self, op: str) -> Occasion | None:
        if op.startswith(ex.SET):
            return _ALWAYS if self._implied.sets(op[len(ex.SET) :]) else self._special("__setattr__", "__set__")
        return _ALWAYS if op == "contains" else self._special(*OPERATORS.get(op, (f"__{op}__", f"__r{op}__")))

    def _special(self, *methods: str) -> Occasion | None:
        """Whether special methods may matter, as far as some of that name are defined or the catalog speaks of them."""
        names = self._names
        if any(names.is_rebound(method) or not names.are_definitions(method) for method in methods):
            return _ALWAYS
        return tuple(method for method in methods if names.functions(method)) or None


def _in_any_case(_ref: ScopeRef, _node: ex.Expression) -> Occasion | None:
    return _ALWAYS
