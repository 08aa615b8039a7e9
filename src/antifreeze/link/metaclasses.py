"""Metaclasses: the classes that one makes are what its methods are called on."""

from __future__ import annotations

from typing import TypeGuard

from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, FunctionValue, Value, ValueSet

MAX_MADE = 24
"""How many classes a metaclass may make, or a class be told of that derive from it, before that says nothing."""


def is_metaclass(r: Resolver, cls: ClassValue) -> bool:
    """Whether a class of the program derives from `type`."""
    return (
        not cls.ref.module.is_foreign and bool(cls.ref.scope.bases) and r.builtin("type") in r.class_info(cls).ancestors
    )


def of_metaclass(r: Resolver, cls: ClassValue, name: str) -> ValueSet:
    """A method that the metaclass gives a class, bound to the class."""
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and not base.ref.module.is_foreign and base.ref.scope.metaclass != NO_NODE:
            known = tuple(one for one in r.node(base.ref.enclosing, base.ref.scope.metaclass) if _is_own(one))
            methods = r.attribute(known, name) if known else ()
            return tuple(r.make(FunctionValue, one.ref, cls, one.env) for one in methods if _is_method(one))
    return ()


def _is_own(value: Value) -> bool:
    return isinstance(value, ClassValue) and not value.ref.module.is_foreign


def _is_method(value: Value) -> TypeGuard[FunctionValue]:
    return isinstance(value, FunctionValue) and value.receiver is None and not value.ref.module.is_foreign


def made_by(r: Resolver, meta: ClassValue) -> ValueSet:
    """The program's classes that a metaclass makes, and those that derive from them."""
    return r.once(("made by", meta), lambda: _made_by(r, meta))


def _made_by(r: Resolver, meta: ClassValue) -> ValueSet:
    found: dict[Value, None] = {}
    for ref in r.program.refs():
        if ref.scope.kind is ScopeKind.CLASS:
            used = [one for one in r.node(ref.enclosing, ref.scope.metaclass) if isinstance(one, ClassValue)]
            if any(meta in r.class_info(one).ancestors for one in used):
                cls = r.make(ClassValue, ref)
                found.update(dict.fromkeys((cls, *r.subclasses(cls))))
    return tuple(found) if len(found) <= MAX_MADE else ()
