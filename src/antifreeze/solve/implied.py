"""Special methods that nobody spells: what tests of truth, comparisons, texts and builtins such as `str()` call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from antifreeze.link.arguments import arguments_of
from antifreeze.link.held import made_by_default
from antifreeze.link.imports import binds_itself
from antifreeze.link.memo import Memo
from antifreeze.link.openclass import class_of, is_class_of_something
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.settable import described_by, does_something, set_on, setters
from antifreeze.link.spelled import spellings
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ClassValue,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ModuleValue,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    union,
)
from antifreeze.solve.asked import ASKED, FORMAT, TEXT, TRUTH, WRITTEN
from antifreeze.solve.names import dotted_name
from antifreeze.solve.spelling import Names

OPERATORS: dict[str, tuple[str, ...]] = {
    "bool": TRUTH, "str": TEXT, "repr": ("__repr__",), "format": FORMAT,
    "eq": ("__eq__",), "ne": ("__ne__", "__eq__"), "lt": ("__lt__",), "le": ("__le__",), "gt": ("__gt__",),
    "ge": ("__ge__",), "neg": ("__neg__",), "pos": ("__pos__",), "invert": ("__invert__",),
    "delattr": ("__delattr__",),
}  # fmt: skip
"""By what a `Binary` node says: the special methods, of which the first that a class has is called."""

OPERATORS.update((op, (f"__{op}__",)) for op in ex.IN_PLACE)


class Implied:
    """Finds the program's own special methods that a place calls without spelling them."""

    def __init__(self, resolver: Resolver, names: Names) -> None:
        self._r = resolver
        self._names = names
        self._eventful: Memo[str, bool] = Memo(self._is_eventful)
        self._asked = {name: asked for name, asked in ASKED.items() if self._may_matter(asked.methods)}
        self._tails: dict[str, list[str]] = defaultdict(list)
        for name, asked in self._asked.items():
            self._tails[name.rpartition(".")[2]] += asked.methods
        self._set = setters(resolver)
        self.makes_attributes = self._may_matter(("__getattr__",))
        """Whether some class of the program has a `__getattr__` that does more than to compute."""
        self.makes_items = any(map(self._is_making, resolver.program.calls_named("defaultdict")))
        """Whether some `defaultdict` makes its items by code of the program."""
        self.makers = self._makers()
        """The classes that have one."""

    def asked_by(self, name: str) -> list[str]:
        """The special methods, of those that may matter, that a call of the standard library spelt `name` calls."""
        return self._tails.get(name, [])

    def sets(self, name: str) -> bool:
        """Whether some class of the program has a setter for an attribute."""
        return name in self._set

    def _makers(self) -> set[ClassValue]:
        owners = (ref.parent for ref in self._names.functions("__getattr__") if does_something(ref))
        classes = [self._r.make(ClassValue, owner) for owner in owners if owner and owner.scope.kind is ScopeKind.CLASS]
        return {heir for cls in classes for heir in (cls, *self._r.subclasses(cls))}

    def _is_making(self, call: tuple[ScopeRef, int]) -> bool:
        ref, index = call
        made = self._r.node(ref, index)
        return any(any(map(_runs_something, made_by_default(self._r, value))) for value in made)

    def by_operator(self, ref: ScopeRef, node: ex.Binary) -> Iterator[tuple[ValueSet, Arguments]]:
        """The methods that an operator of `OPERATORS`, or the setting of an attribute, calls, and with what."""
        if node.op.startswith(ex.SET):
            yield from self._setters(ref, node)
            return
        methods = OPERATORS[node.op]
        if self._may_matter(methods):
            passed = (self._r.node(ref, node.right),) if node.right != ex.NO_NODE else ()
            yield self._methods(self._r.node(ref, node.left), methods), Arguments(passed)

    def _setters(self, ref: ScopeRef, node: ex.Binary) -> Iterator[tuple[ValueSet, Arguments]]:
        """The setter of a property or a descriptor's `__set__`, and the class's own `__setattr__`."""
        name = node.op[len(ex.SET) :]
        if name not in self._set and not self._may_matter(("__setattr__", "__set__")):
            return
        values, new = self._r.node(ref, node.left), self._r.node(ref, node.right)
        for value in values:
            if name in self._set or self._names.functions(node.op):
                yield set_on(self._r, value, name), Arguments((new,))
            described = described_by(self._r, value, name)
            if described:
                yield self._methods(described, ("__set__",)), Arguments(((value,), new))
        yield self._methods(values, ("__setattr__",)), Arguments(((self._r.make(LiteralValue, name),), new))

    def by_call(self, ref: ScopeRef, node: ex.Call, callee: Value) -> ValueSet:
        """The methods that a call of the standard library calls of the objects that it is given."""
        name = dotted_name(callee)
        asked = self._asked.get(name)
        written = WRITTEN.get(name)
        if asked is None and (written is None or not (node.keywords or len(node.args) > 1)):
            return ()
        arguments = arguments_of(self._r, ref, node)
        methods = self._methods(asked.of(self._r, callee, arguments), asked.methods) if asked is not None else ()
        return methods if written is None else union([methods, self._r.attribute(arguments.at(*written), "write")])

    def _may_matter(self, methods: tuple[str, ...]) -> bool:
        """Whether some method of these names, anywhere in the program, does more than to compute."""
        return any(self._eventful[method] for method in methods)

    def _is_eventful(self, method: str) -> bool:
        names = self._names
        is_known = method in TRUTH and not names.are_definitions(method)  # to the catalog
        return is_known or names.is_rebound(method) or any(map(does_something, names.functions(method)))

    def _methods(self, values: ValueSet, methods: tuple[str, ...]) -> ValueSet:
        found: list[ValueSet] = []
        for value in values:
            if is_class_of_something(value):
                continue
            cls = class_of(value)
            if isinstance(value, Symbol) and cls is None:  # it may have any of those that matter
                found += [self._r.attribute((value,), method) for method in methods if self._eventful[method]]
            elif cls is None or not cls.ref.module.is_foreign:
                found += self._first(value, methods)
        return union(found)

    def _first(self, value: Value, methods: tuple[str, ...]) -> Iterator[ValueSet]:
        """The first of the methods that an object has, and those before it that an heir may have."""
        for method in methods:
            own = self._own(value, method)
            is_left_open = any(map(_is_open, own))
            if own and (not is_left_open or self._eventful[method]):
                yield own
            if own and not is_left_open:
                return

    def _own(self, value: Value, method: str) -> ValueSet:
        if not isinstance(value, (Instance, Symbol)):
            return ()
        found = self._r.attribute((value,), method)
        return tuple(one for one in found if _is_open(one) or _is_of_program(one) or self._is_spoken_of(one))

    def _is_spoken_of(self, value: Value) -> bool:
        return isinstance(value, External) and self._r.catalog.speaks_of(value.name)


def _is_open(value: Value) -> bool:
    return isinstance(value, Symbol) and bool(value.path)


def _is_of_program(value: Value) -> bool:
    return isinstance(value, FunctionValue) and not value.ref.module.is_foreign


def _runs_something(value: Value) -> bool:
    return not isinstance(value, FunctionValue) or does_something(value.ref)


def made_attribute(r: Resolver, value: Value, name: str) -> ValueSet:
    """The `__getattr__` that reading `value.name` calls, where nothing binds the name."""
    if isinstance(value, ModuleValue):
        return _made_member(r, value, name)
    cls = class_of(value)
    if cls is None or (name[:2] == "__" and name[-2:] == "__"):  # `object` has those that are asked for
        return ()
    getter: ValueSet = ()
    for base in r.class_info(cls).ancestors:
        if isinstance(base, External):
            return ()  # a library's class may have it
        stores = r.program.attribute_stores.get((base.ref, name), ())
        is_set = any(store.name and ref.scope.name != "__getattr__" for ref, store in stores)
        if is_set or name in base.ref.scope.annotations:
            return ()
        index = base.ref.scope.names.get("__getattr__")
        if index is not None and not getter and not base.ref.module.is_foreign:
            getter = r.node(base.ref, index)
    return tuple(
        r.make(FunctionValue, one.ref, value, one.env) for one in getter if isinstance(one, FunctionValue)
    )  # fmt: skip


def _made_member(r: Resolver, value: ModuleValue, name: str) -> ValueSet:
    """The `__getattr__` of a module, but where it imports what is defined elsewhere."""
    module = r.program.module(value.name)
    getter = module.root.scope.names.get("__getattr__") if module is not None else None
    if module is None or getter is None or module.summary.is_stub or module.summary.is_library:
        return ()
    if binds_itself(module, name) or r.program.find(f"{value.name}.{name}") is not None:
        return ()
    return r.once(("makes members", module.root), lambda: _making(r, r.node(module.root, getter)))


def _making(r: Resolver, getter: ValueSet) -> ValueSet:
    return () if any(isinstance(one, FunctionValue) and _imports(r, one.ref) for one in getter) else getter


_IMPORTING = frozenset(("import_module", "__import__"))
_MAX_ASKED = 3


def _imports(r: Resolver, ref: ScopeRef, depth: int = 0) -> bool:
    """Whether a function imports by name, itself or through others: what it gives might as well be bound at the top."""
    nodes = ref.scope.nodes
    calls = [node for node in nodes if isinstance(node, ex.Call)]
    if any(not _IMPORTING.isdisjoint(spellings(ref, call.func)) for call in calls):
        return True
    callees = [callee for call in calls for callee in r.node(ref, call.func)] if depth < _MAX_ASKED else []
    own = (one.ref for one in callees if isinstance(one, FunctionValue) and not one.ref.module.is_foreign)
    return any(one is not ref and _imports(r, one, depth + 1) for one in own)
