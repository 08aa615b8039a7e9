"""The calls of a coroutine function, and the objects that a method is asked of, where the program makes all of them.

A coroutine reports itself, whoever awaits it. Where nothing else is known, its object may be of its class or of any
that inherits the method, made with whatever the program makes such objects with, and its parameters may be anything.
Where every call of that name is seen through, they are what these calls pass.
"""

from __future__ import annotations

from collections.abc import Callable

from antifreeze.link.arguments import bind_arguments, decorated_as
from antifreeze.link.homes import is_method
from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    ParamRoot,
    Root,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    union,
)
from antifreeze.solve.bases import Bases
from antifreeze.solve.callees import call_at
from antifreeze.solve.callers import Callers
from antifreeze.solve.roots import roots_of

MAX_MADE = 4
"""How many objects of a class are told apart by what their constructors got, where it asks of itself."""

MAX_CALLS = 24
"""How many calls of one name are looked at."""

MAX_HEIRS = 24
"""How many classes may derive from one before that says nothing of what its methods are run of."""

_OPEN_BASES = frozenset(("object", "ABC", "Generic", "Protocol"))
"""Bases of a library that call no methods of what derives from them, by their last names."""

Objects = dict[Value | None, None]
"""What a call asks a method of; None for a function that is no method."""

Asked = dict[tuple[ScopeRef, int], Objects]
"""The calls of a function, each with its objects."""


class Asking:
    """Finds the objects that methods are asked of."""

    def __init__(self, resolver: Resolver, callers: Callers, bases: Bases) -> None:
        self._r = resolver
        self._callers = callers
        self._known: dict[ScopeRef, Asked | None] = {}
        self._active: set[ScopeRef] = set()
        self._mentions = bases.mentions
        self._bases = bases
        self._objects: dict[ClassValue, ValueSet | None] = {}
        self.picked: Callable[[ScopeRef, int], ValueSet | None] = lambda _ref, _func: None
        """What a callee is where it is made of some of the items of a table; None for all others."""
        self._closed_to_others: Memo[ScopeRef, bool] = Memo(self._is_closed_to_others)

    def bindings(self, ref: ScopeRef, root: Root) -> list[Bindings] | None:
        """What is known of the object, by its parameter, for each that calls ask; None where they do not tell."""
        asked = self._asked(ref)
        if not asked:
            return None
        return [{**dict(value.env), root: (value,)} for value in _objects(asked) if isinstance(value, Instance)]

    def objects(self, cls: ClassValue) -> ValueSet | None:
        """The objects of a class, for each place where the program makes one; None where others may make some."""
        if cls not in self._objects:
            self._objects[cls] = None  # as long as it is asked for
            self._objects[cls] = self._made(cls)
        return self._objects[cls]

    def _made(self, cls: ClassValue) -> ValueSet | None:
        name = cls.ref.scope.name
        sites = self._r.program.calls_named(name)
        if len(sites) > MAX_CALLS or self._mentions.is_exported(cls.ref) or self._mentions.of_class(name):
            return None
        found: list[ValueSet] = []
        for at, index in sites:
            made = self._r.node(at, index)
            if not made or any(isinstance(value, Symbol) for value in made):
                return None
            found.append(tuple(value for value in made if isinstance(value, Instance) and value.cls is cls))
        objects = union([self._callers.closed(values) for values in found])
        return objects if all(value.env for value in objects if isinstance(value, Instance)) else None

    def of_objects(self, ref: ScopeRef, values: ValueSet) -> ValueSet:
        """What a method hands over of what constructors of base classes got, for the objects of its own class."""
        method = outermost(ref)
        if method is None or method.parent is None or not _is_of_base(method.parent, values):
            return values
        owner = self._r.make(ClassValue, method.parent)
        found: list[ValueSet] = []
        for cls in (owner, *self._r.subclasses(owner)):
            objects = self.objects(cls)
            if objects is None:
                return values
            found.extend(self._r.substitute(values, dict(one.env)) for one in objects if isinstance(one, Instance))
        return union(found) or values

    def sees(self, ref: ScopeRef) -> bool:
        """Whether the calls of a coroutine function tell what its parameters are: nobody else makes any."""
        owner = ref.parent
        if owner is None or not ref.scope.is_async or ref.module.is_foreign or self._is_offered(ref, owner):
            return False
        return bool(self._asked(ref))

    def calls(self, ref: ScopeRef) -> list[Bindings]:
        """What the parameters of a coroutine function stand for, for each call of it that is seen."""
        return [
            self._passed(ref, at, index, receiver)
            for (at, index), objects in (self._asked(ref) or {}).items()
            for receiver in objects
        ]

    def _passed(self, ref: ScopeRef, at: ScopeRef, index: int, receiver: Value | None) -> Bindings:
        bound = bind_arguments(self._r, ref, receiver, self._callers.arguments(at, index))
        made_with = dict(receiver.env) if isinstance(receiver, Instance) else {}
        own = self._own_object(at, index)
        same = {**made_with, own: (receiver,)} if own is not None and receiver is not None else {}
        given = {root: self._callers.closed(self._r.substitute(values, same)) for root, values in bound.items()}
        return {**made_with, **given}

    def _own_object(self, at: ScopeRef, index: int) -> Root | None:
        """The first parameter of a method that calls another of its own object."""
        for callee in self._r.node(at, call_at(at, index).func):
            receiver = callee.receiver if isinstance(callee, FunctionValue) else None
            if isinstance(receiver, Symbol) and not receiver.path and isinstance(receiver.root, ParamRoot):
                root = receiver.root
                return root if root.ref is at and root.index == 0 and is_method(at) else None
        return None

    def _is_offered(self, ref: ScopeRef, owner: ScopeRef) -> bool:
        """Whether others may call a function: a package offers it, or it lies within another function."""
        if ref.scope.name.startswith("_") and owner.scope.kind is ScopeKind.CLASS:
            return False
        if owner.scope.kind is ScopeKind.MODULE:
            return self._mentions.is_exported(ref)
        return owner.scope.kind is not ScopeKind.CLASS or self._mentions.is_exported(owner)

    def _asked(self, ref: ScopeRef) -> Asked | None:
        if ref not in self._known:
            self._active.add(ref)
            found = self._find(ref)
            self._active.discard(ref)
            if self._active:
                return found  # what calls it in a circle may be missing
            self._known[ref] = found
        return self._known[ref]

    def _find(self, ref: ScopeRef) -> Asked | None:
        name = ref.scope.name
        sites = self._r.program.calls_named(name)
        if all(at is ref for at, _ in sites):  # who calls it first is not seen
            return None
        if len(sites) > MAX_CALLS or ref.scope.decorators or name.startswith("__"):
            return None
        if (is_method(ref) and not self._closed_to_others[ref.enclosing]) or self.is_mentioned(ref):
            return None
        found: Asked = {}
        for at, index in sites:
            callees = self._callees(at, call_at(at, index).func)
            objects: Objects = {}
            if not is_method(ref):
                objects.update((None, None) for one in callees if isinstance(one, FunctionValue) and one.ref is ref)
            elif not callees or not all(self._note(ref, callee, objects) for callee in callees):
                return None
            if objects:
                found[at, index] = objects
        return found

    def _callees(self, at: ScopeRef, func: int) -> ValueSet:
        picked = self.picked(at, func)
        return self._r.node(at, func) if picked is None else picked

    def _note(self, ref: ScopeRef, callee: Value, found: Objects) -> bool:
        """Note what a callee is asked of if it is the method; whether that is known."""
        if isinstance(callee, Symbol):
            closed = self._closed(callee)
            known = tuple(value for value in closed or () if isinstance(value, (FunctionValue, External)))
            return (
                closed is not None and len(known) == len(closed) and all(self._note(ref, one, found) for one in known)
            )
        if not isinstance(callee, FunctionValue):
            return isinstance(callee, (External, ClassValue))
        if callee.ref is not ref:
            is_left = callee.ref.scope.is_abstract and not callee.ref.module.is_foreign
            return not is_left  # what a subclass makes of it, nobody knows here
        receiver = callee.receiver
        if isinstance(receiver, Symbol):
            return self._note_own(receiver, found)
        if not isinstance(receiver, Instance):
            return False
        found.update(dict.fromkeys(self._callers.closed((receiver,)) or (receiver,)))
        return True

    def _note_own(self, receiver: Symbol, found: Objects) -> bool:
        """Note what a parameter stands for that the method is called on."""
        closed = self._closed(receiver)
        objects = [value for value in closed or () if isinstance(value, Instance)]
        found.update(dict.fromkeys(objects))
        return closed is not None and len(objects) == len(closed)

    def _closed(self, symbol: Symbol) -> ValueSet | None:
        """What a callee or a receiver stands for in the program as a whole; None where that is not known.

        Nothing is added by what is asked for just now.
        """
        root = symbol.root
        if not isinstance(root, ParamRoot) or root.index != 0 or not is_method(root.ref) or decorated_as(root.ref):
            return self._callers.closed((symbol,)) or None
        if root.ref in self._active:
            return NOTHING
        objects = self._own(root.ref)
        return (self._callers.closed(self._r.substitute((symbol,), {root: objects})) or None) if objects else None

    def _own(self, method: ScopeRef) -> ValueSet:
        """The objects that a method is run of: for a coroutine, what it is asked of; else any that inherits it."""
        if method.scope.is_async:
            return tuple(value for value in _objects(self._asked(method) or {}) if value is not None)
        assert method.parent is not None
        owner = self._r.make(ClassValue, method.parent)
        of_class = self._r.make(Instance, owner)
        heirs = [self._r.make(Instance, heir) for heir in self._r.subclasses(owner)]
        if len(heirs) > MAX_HEIRS:
            return NOTHING
        inheriting = tuple(one for one in heirs if self._inherits(one, method))
        only_derived = bool(inheriting) and self._bases.is_only_derived(owner)
        return union([self._as_made(one) for one in (inheriting if only_derived else (of_class, *inheriting))])

    def _as_made(self, one: Instance) -> ValueSet:
        """An object of a class as each of the few that the program makes, with what its constructor got."""
        made = self.objects(one.cls) if isinstance(one.cls, ClassValue) else None
        return made if made and len(made) <= MAX_MADE else (one,)

    def _inherits(self, heir: Instance, method: ScopeRef) -> bool:
        found = self._r.attribute((heir,), method.scope.name)
        return any(isinstance(value, FunctionValue) and value.ref is method for value in found)

    def _is_closed_to_others(self, owner: ScopeRef) -> bool:
        """Whether nothing but the program calls methods of a class: it derives from no class of a library."""
        cls = self._r.make(ClassValue, owner)
        return not owner.module.is_foreign and all(
            _is_own(base) for one in (cls, *self._r.subclasses(cls)) for base in self._r.class_info(one).ancestors
        )

    def is_mentioned(self, ref: ScopeRef, *, but_for_partials: bool = False) -> bool:
        """Whether something of a function's name is also read without being called: it may be handed over to be.

        Partial functions of it may be meant not to count.
        """
        name = ref.scope.name
        if not but_for_partials and self._mentions.in_partial(name):
            return True
        return self._mentions.of_attribute(name) or (not is_method(ref) and self._mentions.of_name(name))


def outermost(ref: ScopeRef) -> ScopeRef | None:
    """The method that a scope is, or lies in."""
    at: ScopeRef | None = ref
    while at is not None and not is_method(at):
        at = at.parent
    return at


def is_of_constructor(root: Root) -> bool:
    """Whether it is a parameter of a constructor, or a field that takes its place."""
    return isinstance(root, ParamRoot) and (root.ref.scope.kind is ScopeKind.CLASS or root.ref.scope.name == "__init__")


def is_of_base(cls: ScopeRef, root: Root) -> bool:
    """Whether it is a parameter of a constructor that a class has from another."""
    if not isinstance(root, ParamRoot) or not is_of_constructor(root):
        return False
    return cls is not (root.ref if root.ref.scope.kind is ScopeKind.CLASS else root.ref.parent)


def _is_of_base(cls: ScopeRef, values: ValueSet) -> bool:
    return any(is_of_base(cls, root) for root in roots_of(values))


def _objects(asked: Asked) -> Objects:
    return {value: None for objects in asked.values() for value in objects}


def _is_own(base: ClassValue | External) -> bool:
    name = base.name if isinstance(base, External) else base.ref.name
    foreign = isinstance(base, External) or base.ref.module.is_foreign
    return not foreign or name.rpartition(".")[2] in _OPEN_BASES
