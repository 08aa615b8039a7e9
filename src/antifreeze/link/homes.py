"""Objects that keep what their methods are given, told apart by the place where they are made.

Two registries of one class hold different functions. So an object of such a class knows where it was made, if the
program makes some at several places; what its methods are given is then told in terms of parameters *of that object*,
and only what is passed to its own methods counts (object sensitivity; Milanova, Rountev and Ryder, 2005).
"""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.arguments import parameter
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ClassValue,
    Env,
    FunctionValue,
    Instance,
    ParamRoot,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
)

MADE_AT = "<made at>"
"""The fact that tells where an object was made."""

MAX_PLACES = 16
"""At how many places objects of a class may be made that are told apart."""


def made_at(r: Resolver, ref: ScopeRef, node: ex.Call, cls: ClassValue, made: ValueSet) -> ValueSet:
    """The objects that a call makes, with the place, where those of this class are told apart."""
    if not is_told_apart(r, cls):
        return made
    place = f"{ref.module.module}:{node.span}"
    return tuple(
        r.make(Instance, value.cls, value.args, value.env, (*value.facts, (MADE_AT, place)))
        if isinstance(value, Instance) and value.cls is cls
        else value
        for value in made
    )


def is_told_apart(r: Resolver, cls: ClassValue) -> bool:
    """Whether a class puts what its methods are given into containers of its objects, which are made at some places."""
    known = r.program.told_apart.get(cls.ref)
    if known is None:
        places = len(r.program.calls_named(cls.ref.scope.name))
        own = {base.ref for base in r.class_info(cls).ancestors if isinstance(base, ClassValue)}
        known = 1 < places <= MAX_PLACES and not all(map(own.isdisjoint, r.program.registries.values()))
        r.program.told_apart[cls.ref] = known
    return known


def is_kept_apart(r: Resolver, symbol: Symbol) -> bool:
    """Whether it is of what an object keeps that becomes known with the object."""
    if symbol.root.of:
        return True
    bound = symbol.bound
    if bound is None or not symbol.path or symbol.path[0] not in r.program.registries:
        return False
    return is_told_apart(r, bound)


def home_of(value: Value | None) -> str:
    """Where an object was made; empty where that is not known."""
    if isinstance(value, Instance):
        for name, place in value.facts:
            if name == MADE_AT:
                return str(place)
    return ""


def made_with(function: FunctionValue) -> Env:
    """What the object was made with whose method a function is, or was defined in."""
    if isinstance(function.receiver, Instance):
        return function.receiver.env
    for root, values in function.env:
        if isinstance(root, ParamRoot) and root.index == 0 and is_method(root.ref) and len(values) == 1:
            owner = values[0]
            return owner.env if isinstance(owner, Instance) else ()
    return ()


def home_of_function(function: FunctionValue) -> str:
    """Where the object was made whose method a function is, or was defined in."""
    if function.receiver is not None:
        return home_of(function.receiver)
    for root, values in function.env:
        if isinstance(root, ParamRoot) and root.index == 0 and is_method(root.ref) and len(values) == 1:
            return home_of(values[0])
    return ""


def at_home(r: Resolver, ref: ScopeRef, home: str) -> Bindings:
    """The parameters of a function in a class, and of those around it, as those of an object's own methods."""
    return {
        r.make(ParamRoot, scope, index): _of(r, parameter(r, scope, index), home)
        for scope in around(ref)
        for index in range(is_method(scope), len(scope.scope.params))
    }


def around(ref: ScopeRef) -> Iterator[ScopeRef]:
    """A function and those around it, up to the method that it lies in."""
    scope: ScopeRef | None = ref
    while scope is not None and scope.scope.kind >= ScopeKind.FUNCTION:
        yield scope
        scope = scope.parent


def _of(r: Resolver, values: ValueSet, home: str) -> ValueSet:
    return tuple(
        r.make(Symbol, r.make(ParamRoot, value.root.ref, value.root.index, home), value.path, value.bound)
        if isinstance(value, Symbol) and isinstance(value.root, ParamRoot)
        else value
        for value in values
    )


def is_method(ref: ScopeRef) -> bool:
    """Whether a function is defined in the body of a class."""
    return ref.parent is not None and ref.parent.scope.kind is ScopeKind.CLASS
