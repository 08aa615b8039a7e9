"""The class of an object that may be of a subclass: `cls` of a class method, `type(self)`."""

from __future__ import annotations

from typing import TypeGuard

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import (
    ClassValue,
    External,
    Instance,
    ParamRoot,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    union,
)

STEP = "class"
"""The step of an access path from an object to its class, and from a class to itself."""

SUBCLASSES = "builtins.type.__subclasses__"
"""What every class has: a method that lists the classes that derive from it."""

_MAX_HEIRS = 40
"""How many subclasses are looked at to see whether `super()` means the same in all of them."""


def class_of(value: Value) -> ClassValue | None:
    """The class of an instance, or the one that a parameter is declared as."""
    if isinstance(value, Instance):
        return value.cls if isinstance(value.cls, ClassValue) else None
    return value.bound if isinstance(value, Symbol) and not value.path else None


def has_unknown_heirs(cls: ClassValue) -> bool:
    """Whether it is not known what derives from a class: a library's modules are read when they are asked for."""
    module = cls.ref.module
    return module.is_library and not module.is_stub


def is_of_a_heir(symbol: Symbol, bound: ClassValue) -> bool:
    """Whether it is the `self` of a library's method, which classes may inherit that are not known."""
    return has_unknown_heirs(bound) and isinstance(symbol.root, ParamRoot) and symbol.root.ref.parent is bound.ref


def open_class(r: Resolver, root: ParamRoot | TypeVarRoot, owner: ClassValue) -> Value:
    """The class that a root stands for, or its instance is of: `owner`, or what derives from it, if anything may."""
    return r.make(Symbol, root, (STEP,), owner) if has_unknown_heirs(owner) or r.subclasses(owner) else owner


def is_open_class(value: Value) -> TypeGuard[Symbol]:
    """Whether a value is a class that is not known yet."""
    return isinstance(value, Symbol) and value.path == (STEP,) and value.bound is not None


def is_class_of_something(value: Value) -> bool:
    """Whether a value is the class of what is not known yet: `type(x)`, whose special methods are its metaclass's."""
    return isinstance(value, Symbol) and value.path[-1:] == (STEP,)


def classes_of(r: Resolver, values: ValueSet) -> ValueSet:
    """The classes of objects; those of classes, which class methods are called on, are they themselves."""
    found: dict[Value, None] = {}
    for value in values:
        if isinstance(value, Instance):
            found[value.cls] = None
        elif isinstance(value, ClassValue) or is_open_class(value):
            found[value] = None
        elif isinstance(value, Symbol) and not value.path and value.bound is not None:
            found[open_class(r, value.root, value.bound)] = None
    return tuple(found)


def at_least(values: ValueSet) -> ValueSet:
    """The values with the declared class in the place of one that is not known yet."""
    return tuple((is_open_class(value) and value.bound) or value for value in values)


def only_of_heirs(r: Resolver, value: Value) -> ValueSet:
    """What a member of `self` is that its class does not have: whatever the subclasses have under its name."""
    owner = value.bound if isinstance(value, Symbol) and value.path else None
    root = value.root if owner is not None and isinstance(value, Symbol) else None
    if owner is None or not isinstance(root, ParamRoot) or root.index or root.ref.parent is not owner.ref:
        return ()
    if r.substitute((value,), {root: (r.make(Instance, owner),)}):
        return ()
    heirs = r.subclasses(owner)[:_MAX_HEIRS]
    return union([r.substitute((value,), {root: (r.make(Instance, heir),)}) for heir in heirs])


def depends_on_heir(r: Resolver, cls: ClassValue, name: str) -> bool:
    """Whether `super().name` in a class means another member where a subclass mixes it with others."""
    if has_unknown_heirs(cls):
        return True
    own = _next_definer(r, cls, cls, name)
    return any(_next_definer(r, heir, cls, name) is not own for heir in r.subclasses(cls)[:_MAX_HEIRS])


def _next_definer(r: Resolver, start: ClassValue, cls: ClassValue, name: str) -> ClassValue | External | None:
    mro = r.class_info(start).ancestors
    after = mro[mro.index(cls) + 1 :] if cls in mro else ()
    return next((base for base in after if isinstance(base, External) or name in base.ref.scope.names), None)
