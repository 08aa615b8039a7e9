"""Objects on which code sets attributes of names that it works out: `setattr(config, key, value)` for each key."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.arguments import arguments_of, bind_arguments
from antifreeze.link.openclass import class_of
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Attribute, Call
from antifreeze.model.value import (
    ClassValue,
    FunctionValue,
    ModuleValue,
    ParamRoot,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    union,
)

_SETATTR = 3
"""The arguments of `setattr`: an object, a name and a value."""

_MAX_CALLS = 24
"""How many calls of a function that sets attributes on what it is given are looked at."""


def is_set_at_will(r: Resolver, owner: ScopeRef) -> bool:
    """Whether code sets attributes of any name on the objects of a class, on the class, or on a module."""
    if owner in r.program.sets_at_will:
        return True
    found = r.once("set at will", lambda: tuple(dict.fromkeys(_found(r))))
    return any(value.ref is owner if isinstance(value, ClassValue) else _is_module(value, owner) for value in found)


def values_set(r: Resolver, owner: ScopeRef) -> ValueSet:
    """What methods of a class set attributes of `self` to whose names they work out."""
    given = [(ref, call.args) for ref, call in r.program.set_by_name if ref.parent is owner]
    return union([r.node(ref, args[2]) for ref, args in given if len(args) == _SETATTR])


def _is_module(value: Value, owner: ScopeRef) -> bool:
    return isinstance(value, ModuleValue) and owner.index == 0 and owner.module.module == value.name


def _found(r: Resolver) -> Iterator[Value]:
    """The classes and modules."""
    for ref, setting in r.program.set_by_name:
        yield from _owners(r, r.node(ref, setting.args[0]))
    for ref, index in r.program.calls_named("update"):
        call = ref.scope.nodes[index]
        func = ref.scope.nodes[call.func] if isinstance(call, Call) else None
        kept = ref.scope.nodes[func.base] if isinstance(func, Attribute) else None
        if isinstance(kept, Attribute) and kept.name == "__dict__":
            yield from _owners(r, r.node(ref, kept.base))


def _owners(r: Resolver, values: ValueSet) -> Iterator[Value]:
    for value in values:
        if isinstance(value, Symbol) and isinstance(value.root, ParamRoot) and not value.path and value.bound is None:
            for given in _given(r, value.root):
                yield from (owner for owner in map(_owner, given) if owner is not None)
        else:
            owner = _owner(value)
            if owner is not None:
                yield owner


def _owner(value: Value) -> Value | None:
    return value if isinstance(value, (ClassValue, ModuleValue)) else class_of(value)


def _given(r: Resolver, root: ParamRoot) -> Iterator[ValueSet]:
    """What calls pass for a parameter of the function that sets attributes on it."""
    for ref, index in r.program.calls_named(root.ref.scope.name)[:_MAX_CALLS]:
        call = ref.scope.nodes[index]
        for callee in r.node(ref, call.func) if isinstance(call, Call) else ():
            if isinstance(call, Call) and isinstance(callee, FunctionValue) and callee.ref is root.ref:
                yield bind_arguments(r, callee.ref, callee.receiver, arguments_of(r, ref, call)).get(root, ())
