"""The names by which code is called: what tells, before any inference, that a call cannot run anything that matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from antifreeze.catalog.tails import tails
from antifreeze.link.binding import is_descriptor
from antifreeze.link.callables import annotated_callables, may_be_called, stored_callables
from antifreeze.link.generic import names_of_generic
from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Resolver
from antifreeze.link.settable import is_setter
from antifreeze.link.spelled import spellings
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    ParamRoot,
    Partial,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
)
from antifreeze.solve.declared import DUMPING, LIBRARIES, LOADING, declares_callables, methods_that_call, with_parts_of

CONSTRUCTORS = ("__new__", "__init__", "__post_init__", "__attrs_post_init__", "model_post_init")
"""What the construction of an instance runs: by the language, dataclasses, attrs and pydantic."""

_TRANSPARENT = frozenset(
    ("property", "cached_property", "staticmethod", "classmethod", "abstractmethod", "overload", "override", "setter")
)


_PROPERTIES = frozenset(("property", "cached_property"))

ANY_NAME = "*"
"""Stands for all names that the program gives to no function of its own."""


class Names:
    """What the program defines under each name, and which names can mean something else than a definition."""

    def __init__(self, resolver: Resolver) -> None:
        self._functions: dict[str, list[ScopeRef]] = defaultdict(list)
        self._names: dict[ScopeRef, list[str]] = defaultdict(list)
        own = {name.partition(".")[0] for name in resolver.program.modules}
        imported = [name for name in resolver.program.imported() if name.partition(".")[0] not in own]
        self._aliases, self._wild = tails(resolver.catalog, imported, resolver.program.names())
        self._read = resolver.catalog.read_names
        self._aliases |= {"value", *resolver.program.named_by_text}  # the former of an enumeration's member
        self._hooked: set[str] = set()
        """The classes that have functions called for their fields."""
        self._bound: set[str] = set()
        self._rebound: set[str] = set()
        self.made: list[ScopeRef] = []
        """The functions that some `__getattr__` gives: they go by any name that nothing is defined under."""
        self.modules_make = False
        """Whether a module's `__getattr__` gives some of them."""
        self._is_open = False
        self._known: Memo[str, bool] = Memo(self._are_definitions)
        for ref in resolver.program.refs():
            if ref.scope.kind >= ScopeKind.FUNCTION:
                self._note_made(resolver, ref)
                for name in names_of(resolver, ref):
                    self._name(ref, name)
                if ref.scope.name in CONSTRUCTORS[2:] or methods_that_call(ref):
                    self._hooked.update(_owners(resolver, ref))
                if ref.scope.directive == "blocking":
                    self._aliases.add(ref.scope.name)
            else:
                self._note_properties(resolver, ref)
                self._note_class(resolver, ref)
                self._aliases.update(annotated_callables(ref))
                self._bound.update(ref.scope.annotations)
                self._bound.update(ref.scope.names if ref.scope.kind is ScopeKind.CLASS else ())
                self._aliases.update(
                    name
                    for name, node in ref.scope.names.items()
                    if name not in self._aliases and not _defines(resolver, ref, node, name)
                )
                if ref.scope.kind is ScopeKind.CLASS and _inherits_sink(resolver, ref):
                    self._aliases.update((ref.scope.name, "__init__"))
            stored = {store.name for store in ref.scope.stores}
            self._aliases.update(stored_callables(ref))
            if ref.scope.name != "__getattr__":  # it is asked for what it sets itself
                self._bound.update(stored)
            self._aliases.update(name for _, name, _ in ref.scope.outer_names)
        if "__get__" in self._functions or "__set__" in self._functions:
            self._add_descriptors(resolver)
        self._aliases |= with_parts_of(self._hooked, resolver.program.refs()) if self._hooked else set()
        if not LIBRARIES.isdisjoint(name.partition(".")[0] for name in imported):
            self._aliases |= LOADING | DUMPING
        self._spelt = resolver.program.spelt

    def _name(self, ref: ScopeRef, name: str) -> None:
        self._functions[name].append(ref)
        self._names[ref].append(name)

    def _note_class(self, resolver: Resolver, ref: ScopeRef) -> None:
        """Classes of which making an object may run what is none of their own members."""
        is_hooked = ref.scope.kind is ScopeKind.CLASS and declares_callables(ref)
        if is_hooked or ref.scope.metaclass != ex.NO_NODE:
            names = set(_with_heirs(resolver, ref))
            self._aliases |= names
            self._hooked |= names if is_hooked else set()

    def _add_descriptors(self, resolver: Resolver) -> None:
        """Reading an attribute that a descriptor stands for runs its `__get__`, assigning it `__set__`."""
        for ref in resolver.program.refs():
            for name, index in ref.scope.names.items() if ref.scope.kind is ScopeKind.CLASS else ():
                if isinstance(ref.scope.nodes[index], (ex.Call, ex.Decorate)):
                    for value in resolver.node(ref, index):
                        for getter in accessors(resolver, value, "__get__"):
                            self._name(getter.ref, f"@{name}")
                        for setter in accessors(resolver, value, "__set__"):
                            self._name(setter.ref, f"{ex.SET}{name}")

    def _note_properties(self, resolver: Resolver, ref: ScopeRef) -> None:
        """`size = property(_get_size)`: reading the attribute calls the function that goes by another name."""
        for name, index in ref.scope.names.items() if ref.scope.kind is ScopeKind.CLASS else ():
            node = ref.scope.nodes[index]
            if isinstance(node, ex.Call):
                if not _PROPERTIES.isdisjoint(spellings(ref, node.func)):
                    for value in resolver.node(ref, index):
                        for getter in _getters_of(value):
                            self._name(getter, f"@{name}")
            elif not isinstance(node, ex.Decorate) and not _defines(resolver, ref, index, name):
                self._rebound.add(name)
            if name in CONSTRUCTORS and not isinstance(node, ex.Function):
                self._aliases.update(_with_heirs(resolver, ref))

    def _note_made(self, resolver: Resolver, ref: ScopeRef) -> None:
        """A `__getattr__` that gives functions: then a member of any name may be one of them."""
        if ref.scope.name != "__getattr__" or ref.parent is None or ref.parent.scope.kind >= ScopeKind.FUNCTION:
            return
        for value in _called_as(resolver, resolver.returns(ref)):
            if isinstance(value, FunctionValue):
                self.made.append(value.ref)
                self.modules_make |= ref.parent.scope.kind is ScopeKind.MODULE
            elif isinstance(value, (Partial, Symbol, Descriptor)):
                self._is_open = True

    def are_definitions(self, name: str) -> bool:
        """Whether only the program's definitions of the name can be meant by it, or nothing that matters.

        Not so for an empty name, those that the catalog speaks of, and those that are bound otherwise than
        by a definition: `self.load = read` lets `load` mean anything.
        """
        return self._known[name]

    def _are_definitions(self, name: str) -> bool:
        return (
            name[:1] == ex.SET
            or (name[:1] == "@" and name[1:] not in self._read)
            or (
                name.isidentifier()
                and name not in self._aliases
                and not (self._is_open and name not in self._functions)
                and self._wild.fullmatch(name) is None
            )
        )

    def is_spelt(self, name: str) -> bool:
        """Whether an attribute may be of that name by way of a keyword or a text: `SimpleNamespace(run=read).run()`."""
        return name in self._spelt

    def is_bound(self, name: str) -> bool:
        """Whether anything of the program goes by the name: a definition, a class's name, an attribute that is set."""
        return name in self._functions or name in self._bound

    def is_rebound(self, name: str) -> bool:
        """Whether some class binds the name to what is defined under another one: `__gt__ = __lt__`."""
        return name in self._rebound

    def of(self, ref: ScopeRef) -> list[str]:
        """The names by which a function is called, or, as `@name`, read."""
        return [*self._names.get(ref, ()), *([ANY_NAME] if ref in self.made else [])]

    def functions(self, name: str) -> list[ScopeRef]:
        """The functions that are called (or, as `@name`, read) by a name."""
        return self._functions.get(name, [])


def _called_as(r: Resolver, values: ValueSet) -> Iterator[Value]:
    """The values, with what runs where objects of the program are called in the place of these."""
    for value in values:
        cls = value.cls if isinstance(value, Instance) else None
        is_own = isinstance(cls, ClassValue) and not cls.ref.module.is_foreign
        yield from r.attribute((value,), "__call__") if is_own else (value,)


def _getters_of(value: Value) -> Iterator[ScopeRef]:
    """The functions that a property calls when it is read."""
    pending = list(value.functions) if isinstance(value, Descriptor) else []
    while pending:
        function = pending.pop()
        if isinstance(function, FunctionValue):
            yield function.ref
        elif isinstance(function, Partial):
            pending.extend(function.functions)


def accessors(r: Resolver, value: Value, method: str) -> list[FunctionValue]:
    """The `__get__` or `__set__` methods of a class member that is a descriptor of the program's own."""
    if not isinstance(value, Instance) or not isinstance(value.cls, ClassValue) or value.cls.ref.module.is_foreign:
        return []
    if method == "__get__" and not is_descriptor(r, value.cls):
        return []
    return [found for found in r.attribute((value,), method) if isinstance(found, FunctionValue)]


def names_of(r: Resolver, ref: ScopeRef) -> Iterator[str]:
    """The names by which a plain function is called; `@name` where reading an attribute calls it."""
    if ref.scope.is_async:
        return
    yield ref.scope.name
    yield from names_of_generic(ref)
    if is_setter(ref):
        yield f"{ex.SET}{ref.scope.name}"
    elif is_property(r, ref):
        yield f"@{ref.scope.name}"
    owner = ref.parent
    if owner is None or owner.scope.kind is not ScopeKind.CLASS:
        return
    called_by = methods_that_call(ref)
    yield from called_by
    if ref.scope.name in CONSTRUCTORS or (called_by and called_by is not DUMPING):
        yield from _with_heirs(r, owner)


def _owners(r: Resolver, ref: ScopeRef) -> Iterator[str]:
    """The names of the class that a method is of, and of its subclasses."""
    if ref.parent is not None and ref.parent.scope.kind is ScopeKind.CLASS:
        yield from _with_heirs(r, ref.parent)


def _with_heirs(r: Resolver, cls: ScopeRef) -> Iterator[str]:
    yield cls.scope.name
    for heir in r.subclasses(r.make(ClassValue, cls)):
        yield heir.ref.scope.name


def is_property(r: Resolver, ref: ScopeRef) -> bool:
    """Whether a function is the getter of a property: what a plain attribute read runs."""
    owner = ref.parent
    if not ref.scope.decorators or owner is None or owner.scope.kind is not ScopeKind.CLASS:
        return False
    bound = r.node(owner, owner.scope.names.get(ref.scope.name, ex.NO_NODE))
    return any(isinstance(value, Descriptor) and value.kind == "property" for value in bound)


def _inherits_sink(r: Resolver, ref: ScopeRef) -> bool:
    """Whether the catalog may speak of constructing a class, by an ancestor."""
    if not ref.scope.bases:
        return False
    ancestors = r.class_info(r.make(ClassValue, ref)).ancestors[1:]
    return any(r.catalog.speaks_of(base.ref.name if isinstance(base, ClassValue) else base.name) for base in ancestors)


def _defines(r: Resolver, ref: ScopeRef, index: int, name: str) -> bool:
    """Whether a name of a class or module is bound to a definition of that name, or to what cannot be called."""
    node = ref.scope.nodes[index]
    while isinstance(node, ex.Decorate):
        decorator = ref.scope.nodes[node.decorator]
        known = isinstance(decorator, (ex.Name, ex.Attribute)) and decorator.name in _TRANSPARENT
        if not known and not all(_is_identity(r, value) for value in r.node(ref, node.decorator)):
            return False
        node = ref.scope.nodes[node.base]
    if isinstance(node, (ex.Function, ex.Class)):
        return ref.module.scopes[node.scope].name == name
    if isinstance(node, ex.Import):
        return node.name in ("", name)
    return not may_be_called(ref, index)


def _is_identity(r: Resolver, decorator: Value) -> bool:
    """Whether a decorator gives back what it gets, or is not known, and then taken to do so."""
    if isinstance(decorator, FunctionValue) and not decorator.ref.module.is_foreign:
        return r.returns(decorator.ref) == (r.make(Symbol, r.make(ParamRoot, decorator.ref, 0)),)
    return isinstance(decorator, External) and r.catalog.offload(decorator.name) is None
