"""Types written in the source: from the values of an annotation to instances of what it names."""

from __future__ import annotations

from antifreeze.link.containers import make_instance
from antifreeze.link.resolver import Resolver
from antifreeze.model.value import (
    ANYTHING,
    MAX_DEPTH,
    NOTHING,
    Applied,
    ClassValue,
    External,
    Instance,
    LiteralValue,
    ScopeRef,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    alternatives,
    is_none,
    union,
)

_FIRST = {"typing.Annotated", "typing.ClassVar", "typing.Final", "typing.Required", "typing.NotRequired",
          "typing.ReadOnly"}  # fmt: skip
_ANY = {"typing.Optional", "typing.Union"}


def annotation(r: Resolver, ref: ScopeRef, index: int) -> ValueSet:
    """What an expression annotated with the node may hold."""
    return r.instances(r.node(ref, index))


def instances(r: Resolver, types: ValueSet) -> ValueSet:
    """Instances of types; type variables stay symbols, forms that say nothing of a class give nothing."""
    found = alternatives([_instances_of(r, value) for value in types])
    return union([found, (ANYTHING,)]) if found and any(map(_is_any, types)) else found


def _is_any(value: Value) -> bool:
    return isinstance(value, External) and value.name == "typing.Any"


def _instances_of(r: Resolver, value: Value) -> ValueSet:
    if isinstance(value, ClassValue):
        return (r.make(Instance, value, ()),)
    if isinstance(value, Applied):
        return _applied(r, value)
    if isinstance(value, External):
        if value.name == "typing.Self":
            return (self_symbol(r),)
        if value.name.startswith("typing."):
            return NOTHING
        return (r.make(Instance, value, ()),)
    if isinstance(value, Symbol):
        return (value,) if isinstance(value.root, TypeVarRoot) else NOTHING
    if isinstance(value, Instance) and isinstance(value.cls, External):
        return (value,)
    return (value,) if is_none(value) else NOTHING


def self_symbol(r: Resolver) -> Symbol:
    """The symbol that `Self` stands for."""
    return r.make(Symbol, r.make(TypeVarRoot, "Self"))


def _applied(r: Resolver, value: Applied) -> ValueSet:
    cls = value.cls
    if isinstance(cls, External) and cls.name.startswith("typing."):
        if cls.name in _FIRST:
            return r.instances(value.args[0]) if value.args else NOTHING
        if cls.name in _ANY:
            none = [(r.make(LiteralValue, None),)] if cls.name == "typing.Optional" else []
            anything = [(ANYTHING,)] if any(_is_any(one) for part in value.args for one in part) else []
            return alternatives([*(r.instances(part) for part in value.args), *none, *anything])
        if cls.name == "typing.Callable":
            result = value.args[-1] if value.args else NOTHING
            return (r.make(Instance, cls, (NOTHING, r.instances(result))),)
        return _each(value.args[0]) if cls.name == "typing.Type" and value.args else NOTHING
    if cls is r.builtin("type"):
        return _each(value.args[0]) if value.args else NOTHING
    args = tuple(r.instances(part) for part in value.args)
    return (make_instance(r, Instance(cls, args)),)


def _each(types: ValueSet) -> ValueSet:
    """Classes, and those that a union of them names."""
    found: list[ValueSet] = []
    for one in types:
        if isinstance(one, Applied) and isinstance(one.cls, External) and one.cls.name in _ANY:
            found.extend(map(_each, one.args))
        elif not _is_any(one):
            found.append((one,))
    return alternatives(found)


def apply(r: Resolver, values: ValueSet, index: tuple[ValueSet, ...]) -> ValueSet:
    """`value[index]` where the value is a class or a special form of typing; nothing for others."""
    found: list[Value] = []
    for value in values:
        if isinstance(value, (ClassValue, External)) and not getattr(value, "receiver", None):
            args = index if Applied(value, index).depth < MAX_DEPTH else tuple(map(_shallow, index))
            found.append(r.make(Applied, value, args))
        elif isinstance(value, Applied):
            found.append(_reapplied(r, value, index))
    return tuple(found)


def _shallow(part: ValueSet) -> ValueSet:
    """A type argument without what nests too deeply to be kept: what `Annotated` adds to a type may be any object."""
    return tuple(value for value in part if value.depth < MAX_DEPTH - 1)


def _reapplied(r: Resolver, alias: Applied, index: tuple[ValueSet, ...]) -> Value:
    """A generic alias with its type variables given: `Pair[int]` for `Pair = tuple[T, T]`."""
    roots = [v.root for part in alias.args for v in part if isinstance(v, Symbol)]
    bindings = dict(zip(dict.fromkeys(roots), index, strict=False))
    return r.make(Applied, alias.cls, tuple(r.substitute(part, bindings) for part in alias.args))
