"""Type variables of a signature, worked out from the arguments of a call."""

from __future__ import annotations

from antifreeze.link.resolver import NO_ARGUMENTS, Bindings, Resolver
from antifreeze.link.selfheld import with_own_items
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    Coroutine,
    External,
    Instance,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    union,
)

_AWAITABLES = {"typing.Awaitable", "typing.Coroutine", "types.CoroutineType"}
_ITERABLES = {
    "typing.Iterable",
    "typing.Iterator",
    "typing.Sequence",
    "typing.Collection",
    "_typeshed.SupportsLenAndGetItem",
}

_MAPPINGS = {"_typeshed.SupportsKeysAndGetItem", "_typeshed.SupportsGetItem", "_typeshed.SupportsItems"}


def unify(r: Resolver, declared: ValueSet, actual: ValueSet, variables: Bindings) -> None:
    """Bind the type variables in `declared` to what stands in their place in `actual`."""
    for value in declared:
        if isinstance(value, Symbol) and isinstance(value.root, TypeVarRoot) and not value.path:
            variables[value.root] = union([variables.get(value.root, NOTHING), actual])
        elif isinstance(value, Instance) and value.symbolic:
            _unify_instance(r, value, actual, variables)


def _unify_instance(r: Resolver, declared: Instance, actual: ValueSet, variables: Bindings) -> None:
    name = declared.cls.name if isinstance(declared.cls, External) else declared.cls.ref.name
    if name == "typing.Callable":
        unify(r, declared.args[-1], r.call(actual, NO_ARGUMENTS), variables)
    elif name in _AWAITABLES:
        unify(r, declared.args[-1], r.awaited(actual), variables)
    elif name in _ITERABLES:
        unify(r, declared.args[0], r.iterate(actual), variables)
    else:
        target = r.builtin("dict") if name in _MAPPINGS else declared.cls
        for value in actual:
            args = upcast(r, value, target)
            for left, right in zip(declared.args, args, strict=False):
                unify(r, left, right, variables)


def upcast(r: Resolver, value: Value, target: ClassValue | External) -> tuple[ValueSet, ...]:
    """The type arguments that a value has when seen as an instance of `target`."""
    if isinstance(value, Coroutine):
        return ()
    if not isinstance(value, Instance):
        return ()
    if value.cls is target:
        return value.args
    if not isinstance(value.cls, ClassValue):
        return ()
    info = r.class_info(value.cls)
    args = info.base_args.get(target, ())
    bindings: Bindings = dict(zip(info.type_params, value.args, strict=False))
    return with_own_items(r, value.cls, target, tuple(r.substitute(part, bindings) for part in args))
